import assert from 'node:assert/strict';
import { cp, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { permalinkKinds } from '../../../src/permalinks/diagnostics.ts';
import { checkSource } from '../../../src/checks/check-source.ts';
import { baseWith, fixtures } from '../checks/overlay-fixture.ts';
import { publishedBase } from './published.ts';

const folder = join(fixtures, 'permalinks');
const cases = (await readdir(folder)).sort();

/** Kinds that need git, or a base without a folder of permalinks; `lost-lines.test.ts` has them. */
const SHOWN_ELSEWHERE = ['permalinks-lost', 'permalinks-unknown'];

test('A published base has no diagnostics.', async () => {
  await using base = await publishedBase();
  assert.deepEqual(await base.check(), []);
});

for (const one of cases) {
  test(`The error “${one}” of the permalinks is reported with its file, line, column and hint.`, async () => {
    await using base = await publishedBase();
    await cp(join(folder, one), base.folder, { recursive: true, filter: (from) => !from.endsWith('expected.txt') });
    assert.deepEqual(await base.check(), (await readFile(join(folder, one, 'expected.txt'), 'utf8')).trim().split('\n'));
  });
}

test('In a base that was never published, an unreadable redirects.yaml is reported alone.', async () => {
  for (const text of ['a: [b', '- a\n']) {
    await using base = await baseWith({ 'redirects.yaml': text });
    const { diagnostics } = await checkSource(base.folder);
    assert.deepEqual(
      diagnostics.map(({ file, kind }) => `${file} ${kind}`),
      ['redirects.yaml redirects-broken'],
    );
  }
});

test('Every kind of permalink diagnostic has a fixture of its name.', () => {
  const shown = new Set(cases.map((one) => one.split('--')[0]));
  assert.deepEqual(
    Object.keys(permalinkKinds).filter((kind) => !shown.has(kind) && !SHOWN_ELSEWHERE.includes(kind)),
    [],
  );
});
