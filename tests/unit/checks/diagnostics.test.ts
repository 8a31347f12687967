import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { report } from '../../../src/checks/report.ts';
import { checkSource } from '../../../src/checks/check-source.ts';
import { kinds } from '../../../src/model/diagnostics.ts';
import { baseWith, fixtures, layOver } from './overlay-fixture.ts';

const folder = join(fixtures, 'diagnostics');
const cases = (await readdir(folder)).filter((name) => !name.startsWith('.')).sort();

/** Kinds that only a build finds; tests/build has them. Stored drawings are in `altered-drawings.test.ts`. */
const FOUND_LATER = ['undrawn-diagram', 'altered-diagram', 'oversized-page'];

const reported = async (content: string): Promise<string[]> => {
  const { diagnostics } = await checkSource(content);
  return report(diagnostics, '')
    .split('\n')
    .map((line) => line.replace(/^\//, ''));
};
const expected = async (one: string): Promise<string[]> => (await readFile(join(folder, one, 'expected.txt'), 'utf8')).trim().split('\n');

test('The base that the fixtures change has no errors.', async () => {
  await using base = await baseWith({});
  assert.deepEqual((await checkSource(base.folder)).diagnostics, []);
});

for (const one of cases) {
  test(`The error “${one}” is reported with its file, line, column and hint.`, async () => {
    await using base = await layOver(join(folder, one));
    assert.deepEqual(await reported(base.folder), await expected(one));
  });
}

test('Every kind of diagnostic has a fixture of its name.', () => {
  const shown = new Set(cases.map((one) => one.split('--')[0]));
  assert.deepEqual(
    Object.keys(kinds).filter((kind) => !shown.has(kind) && !FOUND_LATER.includes(kind)),
    [],
  );
});

test('Errors of ten kinds in ten files are all reported at once.', async () => {
  const page = (body: string, front = '') => `---\ntitle: A page\nsummary: A summary.\nreviewed: 2026-11-23\n${front}---\n\n${body}\n`;
  const files = {
    'en/concepts/one.mdx': page('[nowhere](kb:nowhere-at-all)'),
    'en/concepts/two.mdx': page('## A heading without an id'),
    'en/concepts/three.mdx': page('A note.[^gone]'),
    'en/concepts/four.mdx': page('A citation [@no-such-source].'),
    'en/concepts/five.mdx': page('## One [#same]\n\nText.\n\n## Two [#same]'),
    'en/concepts/six.mdx': page('Text.', 'colour: red\n'),
    'en/concepts/seven.mdx': page('<Unclosed'),
    'en/concepts/eight.mdx': page('![](picture.png)'),
    'en/concepts/nine.mdx': '---\ntitle: [\n---\n',
    'en/concepts/ten.md': 'Wrong suffix.',
  };
  await using base = await baseWith(files);
  const { diagnostics } = await checkSource(base.folder);
  const invalid = new Set(diagnostics.map(({ file }) => file));
  for (const file of Object.keys(files)) assert.ok(invalid.has(file), `${file} is not reported`);
  const found = new Set(diagnostics.map(({ kind }) => kind));
  for (const kind of [
    'dead-link',
    'heading-without-id',
    'undefined-note',
    'unknown-source',
    'duplicate-section',
    'unknown-field',
    'broken-mdx',
    'image-without-alt',
    'broken-yaml',
    'misplaced-file',
  ] as const)
    assert.ok(found.has(kind), `${kind} is not reported`);
});
