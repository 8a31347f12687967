import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeIds } from '../../../src/commands/ids.ts';
import { publishedBase } from './published.ts';

const marksOf = (text: string): string[] => [...text.matchAll(/\[#([\w.-]*\d)\]/g)].map(([, mark]) => mark!);
const VEGETABLE = 'en/concepts/vegetable.mdx';

test('A new block gets a number that its section never used, in any language, not even for a removed block.', async () => {
  await using base = await publishedBase();
  await base.edit(VEGETABLE, (text) =>
    text.replace(/^The Tariff Act.*\n\n/m, 'Something new.\n\n').replace('By that test', 'A new item.\n\nBy that test'),
  );
  const { good, output } = await writeIds(base.folder);
  assert.ok(good, output);
  assert.equal(output, `${base.folder}/${VEGETABLE}: 2 ids`);
  // The Russian page has used the number 3 for a paragraph of its own.
  assert.deepEqual(marksOf(await base.read(VEGETABLE)), ['1', '4', '2', '2', '1']);
});

test('A translation takes the ids of the parallel blocks where the section has the same blocks.', async () => {
  await using base = await publishedBase();
  await base.edit(VEGETABLE, (text) => text.replace('## A word', 'A second opening. [#7]\n\n## A word'));
  await base.edit('ru/concepts/vegetable.mdx', (text) => text.replace('## Слово', 'Второе вступление.\n\n## Слово'));
  await writeIds(base.folder);
  assert.deepEqual(marksOf(await base.read('ru/concepts/vegetable.mdx')), ['1', '7', '3', '1']);
});

test('Nothing is written when every block has an id.', async () => {
  await using base = await publishedBase();
  const before = await base.read(VEGETABLE);
  assert.equal((await writeIds(base.folder)).output, 'Every block has an id.');
  assert.equal(await base.read(VEGETABLE), before);
});

test('A page that cannot be read is reported, and the others are written.', async () => {
  await using base = await publishedBase();
  await base.edit(VEGETABLE, (text) => `${text}\n<Unclosed\n`);
  await base.edit('en/concepts/fruit.mdx', (text) => `${text}\nOne more paragraph.\n`);
  const { good, output } = await writeIds(base.folder);
  assert.equal(good, false);
  assert.match(output, /fruit\.mdx: 1 id\n.*vegetable\.mdx: not written, because it cannot be read; npm run check says why\.$/);
});

test('A block without its id gets its published id back, also if it moved to another section.', async () => {
  await using base = await publishedBase();
  const before = await base.read(VEGETABLE);
  const paragraph = /^The Tariff Act.*$/m.exec(before)![0];
  await base.edit(VEGETABLE, (text) => text.replace(paragraph, paragraph.replace(' [#1]', '')));
  await writeIds(base.folder);
  assert.equal(await base.read(VEGETABLE), before);
  await base.edit(VEGETABLE, (text) =>
    text.replace(`${paragraph}\n\n`, '').replace('[#at-table]\n', `[#at-table]\n\n${paragraph.replace(' [#1]', '')}\n`),
  );
  await writeIds(base.folder);
  assert.match(await base.read(VEGETABLE), /decided about money\. \[#definition\.1\]/);
  assert.deepEqual(await base.check(), []);
});
