/**
 * The judged queries (tests/search/judged.yaml), asked of the index of the real content with Pagefind's own code. The limits are the figures of
 * the README less what an edit of the content may move: one query is 0.004, of the part kept apart 0.013. Who adds a page that answers a
 * query adds it to the answers.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { parse } from 'yaml';
import { checkSource } from '../../../src/checks/check-source.ts';
import { searchFiles } from '../../../src/output/search-index.ts';
import { answer, type PageResult } from '../../../src/search/answer.ts';
import { openInNode } from './pagefind-in-node.ts';

interface Judged {
  q: string;
  kind: string;
  answers: string[];
  apart?: boolean;
  readers?: boolean;
  all?: boolean;
}

const judged = parse(await readFile('tests/search/judged.yaml', 'utf8')) as Judged[];
const { site } = await checkSource('content', '/');
const files = await searchFiles(site!);
const reader = await openInNode(files);

/** The names of the addresses, `extraction.definition`, by their paths. Of two names for one path the first counts: the page, not its intro. */
const names = new Map(
  site!.locales.flatMap(({ index }) => [...index.targets].map(([name, { href }]): [string, string] => [href, name])).toReversed(),
);

/** The addresses that the results of a page link to, in their order. A paragraph counts as its section. */
function addressesOf({ path, language, records }: PageResult): string[] {
  const page = site!.locales.find(({ lang }) => lang === language)!.href(path);
  return records.map(({ id, block }, at) => {
    const target = at === 0 && !id ? '' : !block || block.endsWith('.1') ? id : block;
    const section = target.replace(/\.\d+$/, '').replace(/^intro$/, '');
    return names.get(section ? `${page}#${section}` : page) ?? page;
  });
}

async function addressesFor({ q, all }: Judged): Promise<string[]> {
  const { shown } = await answer(reader, { query: q, facets: {}, language: 'en', limit: all ? 1000 : 6 });
  return shown.flatMap(addressesOf);
}

const asked = await Promise.all(judged.map(async (one) => ({ ...one, shown: await addressesFor(one) })));

function success(part: readonly (Judged & { shown: string[] })[], within: number): number {
  return part.filter(({ answers, shown }) => shown.slice(0, within).some((address) => answers.includes(address))).length / part.length;
}

for (const [name, isApart, ofReaders, one, three] of [
  ['tuned on', false, false, 0.95, 0.98],
  ['kept apart', true, false, 0.92, 0.97],
  ['that readers missed', false, true, 0.9, 0.95],
  ['that readers missed, kept apart', true, true, 0.7, 0.8],
] as const) {
  test(`Of the queries ${name}, ${one} are answered by the first result and ${three} by one of the first three.`, () => {
    const part = asked.filter(({ apart = false, readers = false }) => apart === isApart && readers === ofReaders);
    const figures = [success(part, 1), success(part, 3)] as const;
    const missed = part.filter(({ answers, shown }) => !answers.includes(shown[0]!)).map(({ q, shown }) => `${q}: ${shown.slice(0, 3).join(', ')}`);
    assert.ok(figures[0] >= one && figures[1] >= three, [figures.map((figure) => figure.toFixed(3)).join(' / '), ...missed].join('\n'));
  });
}

test('A query that is an identifier finds first the record that bears it.', () => {
  const identifiers = asked.filter(({ kind, readers, answers }) => readers && kind === 'identifier' && answers.length === 1);
  assert.ok(identifiers.length >= 15);
  assert.deepEqual(
    identifiers.filter(({ answers, shown }) => shown[0] !== answers[0]).map(({ q, shown }) => `${q}: ${shown[0]}`),
    [],
  );
});

test('Every holder of a judged phrase is returned.', () => {
  const phrases = asked.filter(({ all }) => all);
  const incomplete = phrases.filter(({ answers, shown }) => !answers.every((address) => shown.includes(address)));
  assert.ok(phrases.length > 0);
  assert.deepEqual(
    incomplete.map(({ q }) => q),
    [],
  );
});

test('The index of the real content is cut into files of about a kilobyte, and its metadata is short.', () => {
  const sizes = [...files].filter(([path]) => path.endsWith('.pf_index')).map(([, content]) => content.length);
  assert.ok(sizes.length > 100 && Math.max(...sizes) <= 4000, `${sizes.length} files of up to ${Math.max(...sizes)} bytes`);
  const [, metadata] = [...files].find(([path]) => path.endsWith('.pf_meta'))!;
  assert.ok(metadata.length <= 8 * reader.size, `${metadata.length} bytes for ${reader.size} records`);
});
