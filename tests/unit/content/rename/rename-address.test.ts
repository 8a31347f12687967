import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { renameIn } from '../../../../src/commands/rename.ts';
import { publishedBase, type PublishedBase } from '../../permalinks/published.ts';

/** Every line of the base that differs from the published one, by file. */
async function differences(base: PublishedBase, other: PublishedBase): Promise<string[]> {
  const files = (await readdir(base.folder, { recursive: true })).filter((file) => /\.(?:mdx|yaml)$/.test(file) && file !== 'redirects.yaml').sort();
  const lines = await Promise.all(
    files.map(async (file) => {
      const [now, before] = await Promise.all([base.read(file), readFile(join(other.folder, file), 'utf8').catch(() => '')]);
      const known = before.split('\n');
      return now.split('\n').flatMap((line, at) => (line === known[at] ? [] : [`${file}: ${line.trim()}`]));
    }),
  );
  return lines.flat();
}

async function sound(base: PublishedBase): Promise<void> {
  const { good, output } = await base.publish('2026-02-02');
  assert.ok(good, output);
  assert.deepEqual(await base.check(), []);
}

test('A section is renamed with every link to it, its blocks keep their addresses, and the old address is redirected.', async () => {
  await using base = await publishedBase();
  await using before = await publishedBase();
  const { good, output } = await renameIn(base.folder, 'vegetable.at-table', 'vegetable.dinner');
  assert.ok(good, output);
  const changed = await differences(base, before);
  assert.ok(changed.some((line) => line.startsWith('en/concepts/vegetable.mdx: ## The test of the table [#dinner]')));
  assert.ok(changed.some((line) => line.endsWith('By that test the importer lost. [#at-table.1]')));
  assert.ok(changed.some((line) => line === 'en/concepts/vegetable.mdx: covers: { definition: [P1], dinner: [P4-b] }'));
  assert.ok(changed.some((line) => line.startsWith('ru/concepts/vegetable.mdx: ## Проверка столом [#dinner]')));
  assert.ok(
    changed.every((line) => /dinner|at-table\.1\]/.test(line)),
    changed.join('\n'),
  );
  assert.match(await base.read('redirects.yaml'), /^vegetable\.at-table: vegetable\.dinner$/m);
  await sound(base);
  assert.match(await base.read('permalinks/en/vegetable.txt'), /2026-01-01 2026-01-01 \w{12} block {4}vegetable\.at-table\.1/);
});

test('A page, a source, a node and an answer are renamed in every language.', async () => {
  for (const [from, to] of [
    ['ordinary-meaning', 'plain-meaning'],
    ['nix-v-hedden', 'nix-1893'],
    ['which-word.served', 'which-word.at-dinner'],
    ['which-word.purpose.customs', 'which-word.purpose.duty'],
    ['vegetable.differs-eaten-raw', 'vegetable.differs-raw'],
    ['which-word', 'the-word'],
  ] as const) {
    await using base = await publishedBase();
    const { good, output } = await renameIn(base.folder, from, to);
    assert.ok(good, output);
    await sound(base);
  }
});

test('A renamed page or section keeps its questions for the search.', async () => {
  await using base = await publishedBase();
  await writeFile(join(base.folder, 'en/search-questions.yaml'), 'questions:\n  vegetable: [at table]\n  vegetable.at-table: [vegetable]\n');
  for (const [from, to] of [
    ['vegetable.at-table', 'vegetable.dinner'],
    ['vegetable', 'greens'],
  ] as const) {
    const { good, output } = await renameIn(base.folder, from, to);
    assert.ok(good, output);
  }
  assert.equal(await base.read('en/search-questions.yaml'), 'questions:\n  greens: [at table]\n  greens.dinner: [vegetable]\n');
  await sound(base);
});

test('A rename that is not possible gives the reason and changes nothing.', async () => {
  await using base = await publishedBase();
  await using before = await publishedBase();
  for (const [from, to, reason] of [
    ['vegetable.at-tabel', 'vegetable.dinner', '“vegetable.at-tabel” does not exist. No file was changed.'],
    ['vegetable.at-table', 'vegetable.definition', '“vegetable.definition” is already used. No file was changed.'],
    ['vegetable.at-table', 'vegetable.At Table', '“At Table” cannot be the id of a section; it is short, ASCII and kebab-case. No file was changed.'],
    [
      'vegetable.at-table',
      'fruit.at-table',
      '“fruit.at-table” is on another page. Move the text by hand and keep its ids; this command only renames. No file was changed.',
    ],
    ['which-word.purpose.customs', 'which-word.purpose.science', '“which-word.purpose.science” is already used. No file was changed.'],
    ['fruit', 'Fruit of the tree', '“Fruit of the tree” cannot be the id of a page; it is short, ASCII and kebab-case. No file was changed.'],
  ] as const)
    assert.deepEqual(await renameIn(base.folder, from, to), { good: false, output: reason });
  assert.deepEqual(await differences(base, before), []);
});
