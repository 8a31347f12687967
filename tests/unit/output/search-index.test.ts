import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSource } from '../../../src/checks/check-source.ts';
import { commonWords, pagefindRecord } from '../../../src/output/pagefind-record.ts';
import { searchFiles, searchInput } from '../../../src/output/search-index.ts';
import type { SearchRecord } from '../../../src/output/search-record.ts';
import { searchPages } from '../../../src/output/search-records.ts';
import type { Manifest } from '../../../src/search/index-format.ts';
import { fixtures } from '../checks/overlay-fixture.ts';

const { site } = await checkSource(`${fixtures}bases/tomato`, '/kb/');
const pages = searchPages(site!);
const files = await searchFiles(searchInput(site!));
const manifest = JSON.parse(files.get('search-index/index.json') as string) as Manifest;

test('Every page, section, note, difference, question, outcome, source and point is a record, each text once.', () => {
  const places = pages.flatMap(({ lang, path, records }) => records.map(({ id, kind }) => `${kind} ${lang} ${path}#${id}`));
  assert.equal(new Set(places).size, places.length);
  for (const place of [
    'concept en concepts/vegetable/#',
    'concept en concepts/vegetable/#at-table',
    'difference en concepts/vegetable/#differs-eaten-raw',
    'decision en decide/which-word/#served',
    'source en sources/nix-v-hedden/#',
    'article en article/#P1',
  ]) {
    assert.ok(places.includes(place), place);
  }
  assert.ok(places.every((place) => place.includes(' en ')));
});

test('A record has the same number in every language, its own text where there is one, and the names of the original.', () => {
  const russian = searchPages(site!, 'ru');
  const idsOf = (all: typeof pages) => all.map(({ path, records }) => [path, records.map(({ id }) => id)]);
  assert.deepEqual(idsOf(russian), idsOf(pages));
  const page = (path: string) => russian.find((one) => one.path === path)!;
  assert.deepEqual([page('concepts/vegetable/').lang, page('concepts/fruit/').lang], ['ru', 'en']);
  const [opening] = page('concepts/vegetable/').records;
  assert.ok(opening!.names.includes('Vegetable'));
  assert.match(opening!.blocks.map(({ text }) => text).join(' '), /горох/, 'a note that only the translation has is found on its page');
});

test('A tree has the names of its kind, which readers search for.', () => {
  const trees = pages.filter(({ kind }) => kind === 'decision');
  assert.ok(trees.length > 0);
  for (const { records } of trees) for (const name of ['Decision tree', 'quiz']) assert.ok(records[0]!.names.includes(name), records[0]!.title);
});

test('A source has the whole name of the organisation that wrote it, not its last word.', () => {
  const namesOf = (id: string) => pages.find(({ path }) => path === `sources/${id}/`)!.records[0]!.names;
  assert.ok(namesOf('eu-2001.113').includes('Council of the European Union'));
  assert.ok(!namesOf('eu-2001.113').includes('Union'));
});

test('Every record has an address of the site.', () => {
  for (const { lang, path, records, kind } of pages) {
    // A list has no address.
    if (kind === 'list') continue;
    const { index, href } = site!.locales.find((locale) => locale.lang === lang)!;
    const known = new Set([...index.targets.values()].map((target) => target.href));
    for (const { id } of records) assert.ok(known.has(`${href(path)}${id ? `#${id}` : ''}`), `${lang} ${path}#${id}`);
  }
});

test('The same site gives the same bytes.', async () => {
  const again = await searchFiles(searchInput(site!));
  assert.deepEqual([...again.keys()], [...files.keys()]);
  for (const [path, content] of files) assert.deepEqual(again.get(path), content, path);
});

test('Pagefind’s files are in `pagefind/`, its WebAssembly uncompressed, and ours in a hashed folder of `search-index/`.', () => {
  const wasm = Buffer.from(files.get('pagefind/pagefind.wasm')!);
  assert.equal(wasm.subarray(0, 16).toString('latin1'), 'pagefind_dcd\0asm');
  const paths = [...files.keys()];
  for (const name of ['pagefind.js', 'pagefind-entry.json', 'pagefind.wasm']) assert.ok(files.has(`pagefind/${name}`), name);
  const known =
    /^(?:pagefind\/(?:pagefind\.js|pagefind\.wasm|(?:ru\/)?(?:pagefind-entry\.json|pagefind\.zz_\w+\.pf_meta|index\/[0-9a-z]+_[0-9a-f]{7}\.pf_index))|search-index\/.*)$/;
  assert.deepEqual(
    paths.filter((path) => !known.test(path)),
    [],
  );
  const ours = paths.filter((path) => path.startsWith('search-index/') && !/^search-index\/(?:ru\/|index\.json$)/.test(path));
  assert.ok(ours.length > 0 && ours.every((path) => path.startsWith(`search-index/${manifest.folder}/`)));
});

test('Each record has a file with its text.', () => {
  const count = pages.reduce((sum, { records }) => sum + records.length, 0);
  for (let record = 0; record < count; record += 1) assert.ok(files.has(`search-index/${manifest.folder}/t${record}.json`), `record ${record}`);
  assert.equal(manifest.kindOf.length, count);
});

test('Words in the names of works that most records cite are not indexed as cited works; other words are.', () => {
  const record = (label: string, at: number): SearchRecord => ({
    id: `s${at}`,
    kind: 'concept',
    title: `t${at}`,
    names: [],
    context: [],
    cited: [label],
    blocks: [],
  });
  const records = Array.from({ length: 40 }, (_, at) => record(at < 38 ? `Civil Code art. ${1200 + at}` : 'Nix v. Hedden', at));
  const common = commonWords([{ path: 'a/', lang: 'en', shared: false, title: 'a', kind: 'concept', records }]);
  const cited = records.map((one) => pagefindRecord(one, common).meta.cited ?? '');
  assert.ok(
    cited.every((terms) => !terms.includes('civil')),
    cited[0]!,
  );
  assert.ok(cited[1]!.includes('1201'));
  assert.ok(cited[39]!.includes('hedden'));
});

test('Synonyms that are all in Cyrillic are only in the Russian index.', async () => {
  const input = searchInput(site!).map((one) => ({
    ...one,
    synonyms: [
      ['сетка', 'нейросеть'],
      ['court', 'суд'],
    ],
  }));
  const indexes = await searchFiles(input);
  const synonyms = (folder: string) => (JSON.parse(indexes.get(`search-index/${folder}index.json`) as string) as Manifest).synonyms.length;
  assert.deepEqual([synonyms(''), synonyms('ru/')], [1, 2]);
});

test('Everyday synonyms in Cyrillic are only in the Russian index, and the names of terms in every index.', async () => {
  const [english, russian] = searchInput((await checkSource(`${fixtures}bases/ferry`, '/')).site!).map(({ synonyms }) => synonyms);
  const groupOf = (groups: string[][], name: string): string[] => groups.find((group) => group.includes(name))!;
  assert.deepEqual(
    [groupOf(english!, 'coin'), groupOf(russian!, 'coin')],
    [
      ['coin', 'penny'],
      ['coin', 'penny', 'монета'],
    ],
  );
  assert.deepEqual(groupOf(english!, 'draught').slice(0, 2), ['draught', 'осадка']);
});
