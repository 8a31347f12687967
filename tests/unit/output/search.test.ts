import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSource } from '../../../src/checks/source.ts';
import { openSearch } from '../../../src/output/open-search.ts';
import { searchFiles } from '../../../src/output/search-index.ts';
import { searchPages } from '../../../src/output/search-records.ts';
import { choose, countFacets } from '../../../src/search/facets.ts';
import { IndexReader } from '../../../src/search/index-reader.ts';
import { snippetOf } from '../../../src/search/snippet.ts';
import { groupByPage, search } from '../../../src/search/search.ts';
import type { Manifest } from '../../../src/search/index-format.ts';
import { fixtures } from '../checks/lay-over.ts';

const { site } = await checkSource(`${fixtures}bases/tomato`, '/kb/');
const pages = searchPages(site!);
const files = searchFiles(site!);
const load = async (path: string): Promise<string> => files.get(path) ?? Promise.reject(new Error(`There is no ${path}.`));
const reader = await IndexReader.open(load);

/** Find the places of the best answers, as `<language> <path>#<id>`. */
async function find(typed: string, language = 'en'): Promise<string[]> {
  const found = await search(reader, typed, language);
  const records = groupByPage(reader, found.ranked, found).flatMap((group) => group.records);
  return Promise.all(records.slice(0, 10).map(placeOf));
}

async function placeOf(record: number): Promise<string> {
  const { page, at } = await reader.text(record);
  const { id } = page.records[at]!;
  return `${page.lang} ${page.path}${id ? `#${id}` : ''}`;
}

test('Every page, section, note, difference, question, outcome, source and point is a record, each text once.', () => {
  const places = pages.flatMap(({ lang, path, records }) => records.map(({ id, kind }) => `${kind} ${lang} ${path}#${id}`));
  assert.equal(new Set(places).size, places.length);
  for (const place of [
    'concept en concepts/vegetable/#',
    'concept en concepts/vegetable/#at-table',
    'difference en concepts/vegetable/#differs-eaten-raw',
    'note ru concepts/vegetable/#fn-peas',
    'decision en decide/which-word/#served',
    'source en sources/nix-v-hedden/#',
    'article en article/#P1',
    'article ru article/#P1',
  ]) {
    assert.ok(places.includes(place), place);
  }
  assert.ok(!places.some((place) => place.includes('ru concepts/fruit/')), 'a page that is not translated stands once');
});

test('Every record stands at an address of the base.', () => {
  for (const { lang, path, records } of pages) {
    const { index, href } = site!.editions.find((edition) => edition.lang === lang)!;
    const known = new Set([...index.targets.values()].map((target) => target.href));
    for (const { id } of records) assert.ok(known.has(`${href(path)}${id ? `#${id}` : ''}`), `${lang} ${path}#${id}`);
  }
});

test('The same site gives the same bytes, in a folder that changes with them.', () => {
  assert.deepEqual([...searchFiles(site!)], [...files]);
  const { folder } = JSON.parse(files.get('index.json')!) as Manifest;
  assert.ok([...files.keys()].every((path) => path === 'index.json' || path.startsWith(`${folder}/`)));
});

test('Texts and terms lie in files of a few kilobytes.', () => {
  for (const [path, text] of files) if (path !== 'index.json') assert.ok(text.length < 8000, `${path} has ${text.length} signs`);
});

test('A page is found by its title, in any form, before pages that only speak of it.', async () => {
  assert.equal((await find('vegetables'))[0], 'en concepts/vegetable/');
  assert.equal((await find('овощей', 'ru'))[0], 'ru concepts/vegetable/');
});

test('A page is found by the term of the other language, in the language of the reader.', async () => {
  assert.equal((await find('овощ', 'en'))[0], 'en concepts/vegetable/');
  assert.equal((await find('vegetable', 'ru'))[0], 'ru concepts/vegetable/');
});

test('A case is found by either party.', async () => {
  for (const party of ['Nix', 'hedden']) assert.equal((await find(party))[0], 'en sources/nix-v-hedden/', party);
});

test('A misspelt word is taken for the known one, and that is told.', async () => {
  const { ranked, corrections } = await search(reader, 'vegetble ', 'en');
  assert.deepEqual(corrections, [{ typed: 'vegetble', meant: 'vegetable' }]);
  assert.equal(await placeOf(ranked[0]!.record), 'en concepts/vegetable/');
});

test('A word that is being typed finds what it may become.', async () => {
  assert.equal((await find('vegetab'))[0], 'en concepts/vegetable/');
});

test('What stands nowhere is told, and does not hide the rest.', async () => {
  const { ranked, unknown } = await search(reader, 'vegetable qqqqqqqqqq ', 'en');
  assert.deepEqual(unknown, ['qqqqqqqqqq']);
  assert.ok(ranked.length > 0);
  assert.deepEqual((await search(reader, 'qqqqqqqqqq', 'en')).ranked, []);
});

test('A phrase returns every record that holds it, and none that holds only its words.', async () => {
  const holders = pages.flatMap(({ records }) => records.filter(({ blocks }) => blocks.some(({ text }) => /ordinary meaning/i.test(text))));
  const { ranked } = await search(reader, '"ordinary meaning"', 'en');
  for (const { record } of ranked) {
    const { page, at } = await reader.text(record);
    const { title, blocks } = page.records[at]!;
    assert.match([title, page.title, ...blocks.map(([, text]) => text)].join(' '), /ordinary meaning/i);
  }
  assert.ok(holders.length > 1 && ranked.length >= holders.length, `${ranked.length} of ${holders.length}`);
});

test('Choices leave what has them, and counts tell what each would leave.', async () => {
  const { ranked } = await search(reader, 'tomato', 'en');
  const counts = countFacets(reader, ranked, {});
  assert.ok(counts.kind.size > 2);
  for (const [kind, count] of counts.kind) assert.equal(choose(reader, ranked, { kind }).length, count);
  const { language } = countFacets(reader, ranked, { kind: 'source' });
  assert.equal(
    [...language.values()].reduce((sum, count) => sum + count, 0),
    choose(reader, ranked, { kind: 'source' }).length,
  );
});

test('The excerpt is the piece with most of the words, and says in which block it stands.', async () => {
  const { marks } = await search(reader, 'dinner dessert', 'en');
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

test('A file that cannot be had is told by its name, and asked for again the next time.', async () => {
  let broken = true;
  const shaky = await IndexReader.open((path) => (broken && path.includes('/t') ? Promise.reject(new Error(`There is no ${path}.`)) : load(path)));
  await assert.rejects(search(shaky, 'vegetable', 'en'), /There is no \w+\/t\d+\.txt\./);
  broken = false;
  assert.ok((await search(shaky, 'vegetable', 'en')).ranked.length > 0);
});

test('The description for browsers names the search of each language.', () => {
  const [en, ru] = site!.editions;
  assert.match(openSearch(site!, en!, 'https://tomato.example'), /template="https:\/\/tomato\.example\/kb\/search\/\?q=\{searchTerms\}"/);
  const russian = openSearch(site!, ru!, 'https://tomato.example');
  assert.match(russian, /template="https:\/\/tomato\.example\/kb\/ru\/search\/\?q=\{searchTerms\}"/);
  assert.ok(/<ShortName>([^<]+)/.exec(russian)![1]!.length <= 16);
});
