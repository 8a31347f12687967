/**
 * The judged queries (tests/search/judged.yaml), asked of the index of the real content with Pagefind's own code. The limits are the figures
 * of docs/search.md, minus the effect of an edit: one query is 0.004, of the held-out part 0.013. If you add a page that answers a query, add
 * it to the answers.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { parse } from 'yaml';
import { checkSource } from '../../../src/checks/check-source.ts';
import { searchFiles, searchInput } from '../../../src/output/search-index.ts';
import { answer, type PageResult } from '../../../src/search/answer.ts';
import type { IndexReader } from '../../../src/search/index-reader.ts';
import { openInNode } from './pagefind-in-node.ts';

interface Judged {
  q: string;
  kind: string;
  answers: string[];
  apart?: boolean;
  readers?: boolean;
  all?: boolean;
}

/** A query with the pages that answer it, whichever of their passages is found. */
interface Wanted {
  q: string;
  lang: 'en' | 'ru';
  kind: string;
  pages: string[];
  apart?: boolean;
}

const { site } = await checkSource('content', '/');
const files = await searchFiles(searchInput(site!));
const read = async <T = Judged>(file: string): Promise<T[]> => parse(await readFile(`tests/search/${file}`, 'utf8')) as T[];
const [english, russian] = await Promise.all([openInNode(files), openInNode(files, undefined, 'ru/')]);

/** The names of the addresses, `extraction.definition`, by their paths. Of two names for one path the first counts: the page, not its intro. */
const names = new Map(
  site!.locales.flatMap(({ index }) => [...index.targets].map(([name, { href }]): [string, string] => [href, name])).toReversed(),
);

/** The addresses that the results of a page link to, in their order. A paragraph counts as its section. */
function addressesOf({ path, records }: PageResult): string[] {
  const page = site!.locales[0]!.href(path);
  return records.map(({ id, block }, at) => {
    const target = at === 0 && !id ? '' : !block || block.endsWith('.1') ? id : block;
    const section = target.replace(/\.\d+$/, '').replace(/^intro$/, '');
    return names.get(section ? `${page}#${section}` : page) ?? page;
  });
}

async function ask(reader: IndexReader, other: IndexReader, { q, all, ...rest }: Judged) {
  const limit = all ? 1000 : 5;
  const { shown } = await answer(reader, { query: q, facets: {}, limit }, undefined, otherIn(other));
  return { q, all, ...rest, shown: shown.flatMap(addressesOf) };
}

/** The other index, for words in its script. */
const otherIn = (other: IndexReader) => (unknown: readonly string[]) =>
  unknown.some((word) => /\p{Script=Cyrillic}/u.test(word) === (other.manifest.language === 'ru')) ? Promise.resolve(other) : undefined;

const inEnglish = (await read('judged.yaml')).map((one) => ask(english, russian, one));
const inRussian = (await read('judged-ru.yaml')).map((one) => ask(russian, english, one));
const asked = { English: await Promise.all(inEnglish), Russian: await Promise.all(inRussian) };

function success(part: readonly (Judged & { shown: string[] })[], within: number): number {
  return part.filter(({ answers, shown }) => shown.slice(0, within).some((address) => answers.includes(address))).length / part.length;
}

/** The figures of a set, and the queries that it missed: not those that are kept apart, because nobody may tune on them. */
const reportOf = (name: string, figures: readonly number[], missed: readonly string[]): string =>
  [`${name}: ${figures.map((figure) => figure.toFixed(3)).join(' / ')}`, ...missed].map((line) => `# ${line}`).join('\n');

for (const [language, name, isApart, ofReaders, one, three] of [
  ['English', 'tuned on', false, false, 0.96, 0.985],
  ['English', 'kept apart', true, false, 0.92, 0.97],
  ['English', 'that readers missed', false, true, 0.95, 0.95],
  ['English', 'that readers missed, kept apart', true, true, 0.7, 0.8],
  ['Russian', 'tuned on', false, false, 0.98, 0.99],
  ['Russian', 'kept apart', true, false, 0.92, 0.94],
] as const) {
  test(`Of the ${language} queries ${name}, ${one} are answered by the first result and ${three} by one of the first three.`, () => {
    const part = asked[language].filter(({ apart = false, readers = false }) => apart === isApart && readers === ofReaders);
    const figures = [success(part, 1), success(part, 3)] as const;
    const missed = part.filter(({ answers, shown }) => !answers.includes(shown[0]!)).map(({ q, shown }) => `${q}: ${shown.slice(0, 3).join(', ')}`);
    const report = reportOf(`${language} ${name}`, figures, isApart ? [] : missed);
    if (process.env.FIGURES) console.log(report);
    assert.ok(figures[0] >= one && figures[1] >= three, report);
  });
}

const wanted = (await read<Wanted>('judged-pages.yaml')).map(async (one) => {
  const [reader, other] = one.lang === 'ru' ? [russian, english] : [english, russian];
  const { shown } = await answer(reader, { query: one.q, facets: {}, limit: 6 }, undefined, otherIn(other));
  return { ...one, rank: shown.findIndex(({ path }) => one.pages.includes(path.replace(/\/$/, ''))) + 1, first: shown[0]?.path };
});
const found = await Promise.all(wanted);

for (const [name, isApart, one, three] of [
  ['tuned on', false, 0.92, 0.98],
  ['kept apart', true, 0.9, 0.96],
] as const)
  test(`Of the queries judged by page and ${name}, ${one} find the page first and ${three} among the first three.`, () => {
    const part = found.filter(({ apart = false }) => apart === isApart);
    const figures = [1, 3].map((within) => part.filter(({ rank }) => rank > 0 && rank <= within).length / part.length);
    const missed = part.filter(({ rank }) => rank !== 1).map(({ q, rank, first }) => `${q}: ${first}, the page is ${rank || 'not found'}`);
    const report = reportOf(`${name}, by page`, figures, isApart ? [] : missed);
    if (process.env.FIGURES) console.log(report);
    assert.ok(figures[0]! >= one && figures[1]! >= three, report);
  });

test('No passage is among the results twice, in either language.', async () => {
  for (const [reader, other, queries] of [
    [english, russian, ['извлечение', 'можно ли обучать модель']],
    [russian, english, ['extraction', 'can I train a model on outputs']],
  ] as const)
    for (const query of queries) {
      const { shown } = await answer(reader, { query, facets: {}, limit: 100 }, undefined, otherIn(other));
      const paths = shown.map(({ path }) => path);
      assert.ok(paths.length > 0 && new Set(paths).size === paths.length, query);
      const own = site!.locales.find(({ lang }) => lang === reader.manifest.language)!;
      const isOwn = ({ path, language }: PageResult): boolean => language === own.lang || path.startsWith('sources/');
      assert.ok(shown.every(isOwn), query);
    }
});

test('A query that is an identifier first finds the record with that identifier.', () => {
  const identifiers = asked.English.filter(({ kind, readers, answers }) => readers && kind === 'identifier' && answers.length === 1);
  assert.ok(identifiers.length >= 15);
  assert.deepEqual(
    found.filter(({ kind, rank }) => kind === 'identifier' && rank !== 1).map(({ q, first }) => `${q}: ${first}`),
    [],
  );
  assert.deepEqual(
    identifiers.filter(({ answers, shown }) => shown[0] !== answers[0]).map(({ q, shown }) => `${q}: ${shown[0]}`),
    [],
  );
});

test('Every record with a judged phrase is returned.', () => {
  const phrases = asked.English.filter(({ all }) => all);
  const incomplete = phrases.filter(({ answers, shown }) => !answers.every((address) => shown.includes(address)));
  assert.ok(phrases.length > 0);
  assert.deepEqual(
    incomplete.map(({ q }) => q),
    [],
  );
});

test('The index of the real content consists of files of about a kilobyte, and its metadata is short.', () => {
  const sizes = [...files].filter(([path]) => path.endsWith('.pf_index')).map(([, content]) => content.length);
  assert.ok(sizes.length > 100 && Math.max(...sizes) <= 4600, `${sizes.length} files of up to ${Math.max(...sizes)} bytes`);
  const [, metadata] = [...files].find(([path]) => /^pagefind\/[^/]*\.pf_meta$/.test(path))!;
  assert.ok(metadata.length <= 8 * english.size, `${metadata.length} bytes for ${english.size} records`);
});
