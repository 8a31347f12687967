import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSource } from '../../../src/checks/check-source.ts';
import { searchFiles, searchInput } from '../../../src/output/search-index.ts';
import { searchPages } from '../../../src/output/search-records.ts';
import { answer, type Answer } from '../../../src/search/answer.ts';
import type { ChosenFacets } from '../../../src/search/facets.ts';
import { snippetOf } from '../../../src/search/snippet.ts';
import { fixtures } from '../checks/overlay-fixture.ts';
import { openInNode } from './pagefind-in-node.ts';

const { site } = await checkSource(`${fixtures}bases/tomato`, '/kb/');
const files = await searchFiles(searchInput(site!));
const reader = await openInNode(files);
const russian = await openInNode(files, undefined, 'ru/');

const ask = (query: string, { language = 'en', facets = {} as ChosenFacets, limit = 6 } = {}): Promise<Answer> =>
  answer(language === 'ru' ? russian : reader, { query, facets, limit });

/** The first page of an answer, as `<language> <path>`. */
async function first(query: string, language = 'en'): Promise<string> {
  const [page] = (await ask(query, { language })).shown;
  return `${page!.language} ${page!.path}`;
}

test('A page is found by its title, in any form, before pages that only mention it.', async () => {
  assert.equal(await first('vegetables'), 'en concepts/vegetable/');
  assert.equal(await first('овощей', 'ru'), 'ru concepts/vegetable/');
});

test('A page is found by its term in the other language, in the language of the reader.', async () => {
  assert.equal(await first('овощ', 'en'), 'en concepts/vegetable/');
  assert.equal(await first('vegetable', 'ru'), 'ru concepts/vegetable/');
});

test('A question in another language uses its index, and shows the passages in the language of the reader.', async () => {
  const query = 'что решил суд о томатах в тарифе';
  const { shown } = await answer(reader, { query, facets: {}, limit: 6 }, undefined, () => Promise.resolve(russian));
  assert.ok(shown.length > 0 && shown.every(({ language }) => language === 'en'));
  assert.ok(shown.some(({ path }) => path === 'sources/nix-v-hedden/'));
});

test('A tree is found by what readers call it, before the pages that explain its words.', async () => {
  for (const query of ['quiz tomato', 'which word, step by step']) assert.equal(await first(query), 'en decide/which-word/', query);
});

test('A case is found by either party.', async () => {
  for (const party of ['Nix', 'hedden']) assert.equal(await first(party), 'en sources/nix-v-hedden/', party);
});

test('A misspelled word is corrected, and the answer names both words.', async () => {
  const { shown, corrections } = await ask('vegetble ');
  assert.deepEqual(corrections, [{ typed: 'vegetble', meant: 'vegetable' }]);
  assert.equal(shown[0]!.path, 'concepts/vegetable/');
});

test('Two words that were typed as one are read as two, if they follow each other in a text.', async () => {
  const { corrections, unknown } = await ask('ordinarymeaning of a tomato');
  assert.deepEqual([corrections, unknown], [[{ typed: 'ordinarymeaning', meant: 'ordinary meaning' }], []]);
  assert.equal(await first('ordinarymeaning'), 'en concepts/ordinary-meaning/');
  const two = await ask('ordinarymeaningx ordinarymeaning');
  assert.deepEqual(two.corrections, [{ typed: 'ordinarymeaning', meant: 'ordinary meaning' }], 'The other word only begins with it.');
  assert.equal(two.unknown.join(), 'ordinarymeaningx');
  const reversed = await ask('meaningordinary');
  assert.deepEqual([reversed.corrections, reversed.pages], [[], 0]);
});

test('A name of several words that no text contains finds what it means, although its words look like typos.', async () => {
  const named = await openInNode(await searchFiles(searchInput(site!).map((one) => ({ ...one, synonyms: [['lex vegetbalis', 'tariff']] }))));
  const pagesFor = async (index: typeof named): Promise<string[]> =>
    (await answer(index, { query: 'lex vegetbalis', facets: {}, limit: 3 })).shown.map(({ path }) => path);
  assert.ok((await pagesFor(named)).includes('sources/tariff-act-1883/'));
  assert.ok(!(await pagesFor(reader)).includes('sources/tariff-act-1883/'));
});

test('An unknown Russian adjective is the noun that it is made of.', async () => {
  const { shown, corrections } = await ask('овощной ', { language: 'ru' });
  assert.equal(shown[0]!.path, 'concepts/vegetable/');
  assert.deepEqual(corrections, []);
});

test('An unknown Russian verb with a prefix is the word that it is made of.', async () => {
  for (const typed of ['затоматили', 'протоматить']) {
    const { shown, corrections } = await ask(`${typed} `, { language: 'ru' });
    assert.ok(shown.length > 0, typed);
    assert.deepEqual(corrections, [], typed);
  }
});

test('A name said in Cyrillic is found, and the answer names both spellings.', async () => {
  const { shown, corrections } = await ask('робертсон ', { language: 'ru' });
  assert.equal(shown[0]!.path, 'sources/robertson-v-salomon/');
  assert.deepEqual(corrections, [{ typed: 'робертсон', meant: 'robertson' }]);
});

test('A query in the other keyboard layout is read as it was meant.', async () => {
  const { shown, corrections } = await ask('jdjob', { language: 'ru' });
  assert.equal(shown[0]!.path, 'concepts/vegetable/');
  assert.deepEqual(corrections, [{ typed: 'jdjob', meant: 'овощи' }]);
});

test('An unfinished word finds longer ones.', async () => {
  assert.equal(await first('vegetab'), 'en concepts/vegetable/');
});

test('An unknown word is reported, and does not hide the results of the other words.', async () => {
  const { records, unknown } = await ask('vegetable qqqqqqqqqq ');
  assert.deepEqual(unknown, ['qqqqqqqqqq']);
  assert.ok(records > 0);
  assert.equal((await ask('qqqqqqqqqq')).records, 0);
});

test('A phrase returns every record that contains it, and no other.', async () => {
  const blocks = searchPages(site!).flatMap(({ records }) => records.map((record) => record.blocks));
  const holders = blocks.filter((texts) => texts.some(({ text }) => /ordinary meaning/i.test(text)));
  const { shown, records } = await ask('"ordinary meaning"', { limit: 100 });
  for (const { title, records: shownRecords } of shown) {
    for (const record of shownRecords) {
      assert.match([title, record.title, ...record.snippet.map(([text]) => text)].join(''), /ordinary meaning/i);
    }
  }
  assert.ok(holders.length > 1 && records >= holders.length, `${records} of ${holders.length}`);
});

test('Facets filter the results, and each value has the number of results that it would leave.', async () => {
  const { facets } = await ask('tomato');
  assert.ok(facets.kind.size > 2);
  for (const [kind, count] of facets.kind) assert.equal((await ask('tomato', { facets: { kind } })).records, count);
  const { facets: chosen, records } = await ask('tomato', { facets: { kind: 'source' } });
  assert.equal(
    [...chosen.language.values()].reduce((sum, count) => sum + count, 0),
    records,
  );
});

test('The answer has the first pages up to the limit, and the number of all.', async () => {
  const { shown, pages } = await ask('tomato', { limit: 2 });
  assert.equal(shown.length, 2);
  assert.ok(pages > 2);
});

test('The snippet is the part with most of the words, and has the fragment of its block.', async () => {
  const { marks } = await ask('dinner dessert');
  const blocks = [
    ['a.1', 'A first block about dinner.'],
    ['a.2', `${'Nothing of note. '.repeat(20)}Served with the dinner; fruit comes after it, as dessert. ${'More. '.repeat(50)}`],
  ] as const;
  const { block, pieces } = snippetOf(blocks, marks);
  assert.equal(block, 'a.2');
  assert.deepEqual(
    pieces.filter(([, marked]) => marked).map(([text]) => text),
    ['dinner', 'dessert'],
  );
  assert.ok(pieces.map(([text]) => text).join('').length < 320);
});

test('A text that is not available is counted as failed, and is loaded again the next time.', async () => {
  let broken = true;
  let texts = 0;
  const shaky = await openInNode(files, (path) => (broken && /\/t\d+\.json$/.test(path) && ++texts > 2 ? undefined : files.get(path)));
  const request = { query: 'tomato', facets: {}, limit: 6 };
  const { shown, failed } = await answer(shaky, request);
  assert.ok(shown.length > 0 && failed > 0, `${shown.length} shown, ${failed} failed`);
  broken = false;
  assert.equal((await answer(shaky, request)).failed, 0);
});

test('An answer without any text is an error.', async () => {
  const empty = await openInNode(files, (path) => (/\/t\d+\.json$/.test(path) ? undefined : files.get(path)));
  await assert.rejects(answer(empty, { query: 'tomato', facets: {}, limit: 6 }), /None of the results/);
});

test('A search that is aborted loads no texts.', async () => {
  const loaded: string[] = [];
  const watched = await openInNode(files, (path) => (loaded.push(path), files.get(path)));
  const controller = new AbortController();
  const asked = answer(watched, { query: 'tomato', facets: {}, limit: 6 }, controller.signal);
  controller.abort();
  await assert.rejects(asked, { name: 'AbortError' });
  assert.ok(!loaded.some((path) => /\/t\d+\.json$/.test(path)));
});
