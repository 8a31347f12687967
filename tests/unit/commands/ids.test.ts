import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkSource } from '../../../src/checks/check-source.ts';
import { writeIds } from '../../../src/commands/ids.ts';
import { baseWith } from '../checks/overlay-fixture.ts';

test('Headings get the ids that the check suggests, also in other alphabets, and blocks get numbers.', async () => {
  const file = 'en/concepts/fruit.mdx';
  await using base = await baseWith({});
  const before = await readFile(join(base.folder, file), 'utf8');
  await using changed = await baseWith({
    [file]: `${before}\n## Что ботаника называет плодом\n\nText.\n\n## Closed ##\r\n\nText.\n\n## Text\n\nMore.\n`,
  });
  const { output } = await writeIds(changed.folder);
  assert.match(output, /fruit\.mdx: 3 headings/);
  const text = await readFile(join(changed.folder, file), 'utf8');
  assert.match(text, /^## Что ботаника называет плодом \[#chto-botanika\]$/m);
  assert.match(text, /^## Closed \[#closed\]/m);
  assert.match(text, /^## Text \[#on-text\]$/m);
  assert.match(text, /^More\. \[#1\]$/m);
  assert.deepEqual((await checkSource(changed.folder)).diagnostics, []);
});
