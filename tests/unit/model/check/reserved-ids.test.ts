import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { RESERVED_IDS } from '../../../../src/model/check/reserved-ids.ts';
import { isSectionId } from '../../../../src/model/check/headings.ts';

const src = fileURLToPath(new URL('../../../../src/', import.meta.url));

test('Every id in a template is reserved, or cannot be the id of an entry.', async () => {
  const files = (await readdir(src, { recursive: true })).filter((file) => file.endsWith('.astro'));
  const texts = await Promise.all(files.map((file) => readFile(join(src, file), 'utf8')));
  const written = texts.flatMap((text) => [...text.matchAll(/\sid="([^"{]+)"/g)].map(([, id]) => id!));
  const reserved = new Set(Object.values(RESERVED_IDS).flat());
  assert.ok(written.length > 5);
  assert.deepEqual(
    [...new Set(written)].filter((id) => !reserved.has(id) && isSectionId(id)),
    [],
  );
});
