/** Stored drawings that were edited by hand: the check reports them, and `npm run draw` draws them again. */
import assert from 'node:assert/strict';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkSource } from '../../../src/checks/check-source.ts';
import { drawingHash } from '../../../src/diagrams/verification.ts';
import { baseWith } from './overlay-fixture.ts';

/** Checks the tomato base after a change to both files of one drawing. */
async function errorsWith(change: (svg: string, facts: string) => [svg: string, facts: string]): Promise<string[]> {
  await using base = await baseWith({});
  const folder = join(base.folder, 'diagrams');
  const [name = ''] = (await readdir(folder)).filter((file) => /^which-word-en.*\.svg$/.test(file));
  const paths = [join(folder, name), join(folder, name.replace('.svg', '.json'))] as const;
  const [svg, facts] = change(await readFile(paths[0], 'utf8'), await readFile(paths[1], 'utf8'));
  await writeFile(paths[0], svg);
  await writeFile(paths[1], facts);
  const { diagnostics } = await checkSource(base.folder);
  return diagnostics.map(({ file, kind, message }) => `${file} ${kind} ${message}`);
}

const said = (reason: string): string[] => [
  `en/decisions/which-word.yaml altered-diagram The stored drawing of “which-word-en” cannot be used: ${reason}.`,
];

test('An unchanged drawing has no error.', async () => assert.deepEqual(await errorsWith((...files) => files), []));

test('Any changed byte in the drawing or in its JSON file is reported.', async () => {
  const bytes = said('it was changed after it was drawn');
  assert.deepEqual(await errorsWith((svg, facts) => [svg.replace('</svg>', '<path d="M0 0"/></svg>'), facts]), bytes);
  assert.deepEqual(await errorsWith((svg, facts) => [svg.slice(0, -100), facts]), bytes);
  assert.deepEqual(await errorsWith((svg, facts) => [svg, facts.replace(/"title": "[^"]*"/, '"title": "Send money"')]), bytes);
  assert.deepEqual(await errorsWith((svg, facts) => [svg, facts.replace(/ {2}"sha256".*\n/, '')]), bytes);
});

test('An unreadable JSON file is reported.', async () =>
  assert.deepEqual(await errorsWith((svg, facts) => [svg, facts.slice(0, 50)]), said('its JSON file cannot be read')));

test('A drawing with a forbidden part is reported, also with a correct hash.', async () => {
  const forged = (svg: string, text: string): [string, string] => {
    const bad = svg.replace('</svg>', '<script href="https://evil.example/x.js"></script></svg>');
    const { sha256: _, ...facts } = JSON.parse(text) as { sha256: string };
    return [bad, JSON.stringify({ ...facts, sha256: drawingHash(bad, facts) })];
  };
  assert.deepEqual(await errorsWith(forged), said('it contains <script>'));
});

test('A drawing of another diagram under this name is reported.', async () => {
  await using base = await baseWith({});
  const folder = join(base.folder, 'diagrams');
  const names = await readdir(folder);
  const [own = '', other = ''] = ['which-word-en', 'which-word-ru'].map((start) =>
    names.find((name) => name.startsWith(start) && name.endsWith('.svg')),
  );
  await rename(join(folder, other), join(folder, own));
  const { diagnostics } = await checkSource(base.folder);
  assert.deepEqual(
    diagnostics.map(({ kind }) => kind),
    ['altered-diagram'],
  );
});
