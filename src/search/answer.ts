/**
 * The entry point of the search: returns for a query everything that the UI shows.
 *
 *     build     searchPages(site) → analyzer → [Pagefind: index] → pagefind/
 *                                 → texts, facets, synonyms, known words → search-index/
 *     browser   query → tokens → synonyms, spelling → [Pagefind: records and scores of each word, prefix, phrase]
 *                     → ranking of passages → pages, facets, snippets → Answer
 *
 * Pagefind provides the index and its files, words, prefixes and phrases, and BM25 over the text and over weighted fields (names, title,
 * context). This code adds what Pagefind lacks: stems of both languages in an index, numbers and articles in any form, spelling, synonyms, questions
 * (Pagefind joins words with AND), the page as context, and weights by kind.
 */
import { lengthBucketsNear, nearestWords } from './edit-distance.ts';
import { countFacets, filterByFacets, type ChosenFacets, type Facet } from './facets.ts';
import type { IndexReader } from './index-reader.ts';
import { groupByPage, search, type Found, type Group } from './search.ts';
import { snippetOf, type Piece } from './snippet.ts';

export interface Request {
  query: string;
  facets: ChosenFacets;
  /** The maximum number of pages. */
  limit: number;
}

export interface Answer {
  /** The query without surrounding spaces. */
  query: string;
  /** The number of results with the chosen facets. */
  records: number;
  pages: number;
  /** The number of results without facets. */
  unfiltered: number;
  /** The first pages of the results, best first. Pages whose texts failed to load are only counted. */
  shown: PageResult[];
  failed: number;
  facets: Record<Facet, Map<string, number>>;
  corrections: Found['corrections'];
  unknown: string[];
  /** Known words similar to the unknown ones, if nothing was found. */
  suggestions: string[];
  /** Terms to highlight, each with its weight. */
  marks: ReadonlyMap<string, number>;
}

export interface PageResult {
  path: string;
  /** Whether the page has a URL in every language. */
  shared: boolean;
  language: string;
  title: string;
  kind: string;
  certainty: string;
  jurisdiction: string;
  records: RecordResult[];
  /** More records of the page, shown on demand (`recordResult`). */
  more: number[];
}

export interface RecordResult {
  /** The fragment of the URL of the record; empty for the whole page. */
  id: string;
  title: string;
  kind: string;
  /** The fragment of the block that the snippet is from. */
  block: string;
  snippet: Piece[];
}

/** The pause before texts are loaded, in milliseconds. Between two keystrokes no text is needed. */
const PAUSE = 90;
const MOST_SUGGESTIONS = 5;
const MOST_EDITS = 3;

/** Opens the index of a language in the script of the unknown words; undefined if there is none. */
export type OpenOther = (unknown: readonly string[]) => Promise<IndexReader> | undefined;

/**
 * Answers a query from the index of the reader's language. If half of the words do not occur in it, the index of a language in their script is searched too:
 * its records have the same numbers, so they are shown in the reader's language. Rejects if the index or all texts fail to load, or `signal`
 * is aborted.
 */
export async function answer(reader: IndexReader, { query, facets, limit }: Request, signal?: AbortSignal, openOther?: OpenOther): Promise<Answer> {
  const own = await search(reader, query);
  signal?.throwIfAborted();
  const isForeign = own.unknown.length * 2 >= own.query.tokens.length;
  const other = isForeign ? await openOther?.(own.unknown) : undefined;
  const found = other ? joined(own, await search(other, query)) : own;
  signal?.throwIfAborted();
  const ranked = filterByFacets(reader, found.ranked, facets);
  const groups = groupByPage(reader, ranked, found);
  const first = groups.slice(0, limit);
  if (signal && !first.every(({ records }) => records.every((record) => reader.isTextLoaded(record)))) await pause(signal);
  const results = await Promise.allSettled(first.map((group) => pageResult(reader, group, found.marks)));
  const shown = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  if (shown.length === 0 && first.length > 0) throw new Error('None of the results could be loaded.');
  const suggestions = groups.length === 0 ? await suggest(reader, found.unknown) : [];
  signal?.throwIfAborted();
  return {
    query: found.query.text.trim(),
    records: ranked.length,
    pages: groups.length,
    unfiltered: found.ranked.length,
    shown,
    failed: results.length - shown.length,
    facets: countFacets(reader, found.ranked, facets),
    corrections: found.corrections,
    unknown: found.unknown,
    suggestions,
    marks: found.marks,
  };
}

/** Joins the results of two indexes, each record once. The second index has more of the words, so its records come first. */
function joined(own: Found, other: Found): Found {
  if (other.ranked.length === 0 || other.unknown.length >= own.unknown.length) return own;
  const records = new Set(other.ranked.map(({ record }) => record));
  return {
    ...other,
    ranked: [...other.ranked, ...own.ranked.filter(({ record }) => !records.has(record))],
    marks: new Map([...own.marks, ...other.marks]),
  };
}

/** Returns a record with its snippet. Rejects if its text fails to load. */
export async function recordResult(reader: IndexReader, record: number, marks: ReadonlyMap<string, number>): Promise<RecordResult> {
  const { id, title, blocks } = await reader.text(record);
  const { block, pieces } = snippetOf(blocks, marks);
  return { id, title, kind: reader.kindOf(record), block, snippet: pieces };
}

async function pageResult(reader: IndexReader, { records, more }: Group, marks: ReadonlyMap<string, number>): Promise<PageResult> {
  const [results, { path, shared = false, page }] = await Promise.all([
    Promise.all(records.map((record) => recordResult(reader, record, marks))),
    reader.text(records[0]!),
  ]);
  const [language, certainty, jurisdiction] = reader.facetValuesOf(records[0]!);
  return { path, shared, language, title: page, kind: reader.pageKindOf(records[0]!), certainty, jurisdiction, records: results, more };
}

/** Returns known words similar to unknown ones; none if the dictionary fails to load. */
async function suggest(reader: IndexReader, unknown: readonly string[]): Promise<string[]> {
  const near = unknown.slice(0, 3).map(async (word) => {
    const known = await reader.words(lengthBucketsNear(word)).catch(() => new Map<string, string>());
    return nearestWords(word, known, MOST_EDITS);
  });
  return [...new Set((await Promise.all(near)).flat())].slice(0, MOST_SUGGESTIONS);
}

async function pause(signal: AbortSignal): Promise<void> {
  await new Promise((done) => setTimeout(done, PAUSE));
  signal.throwIfAborted();
}
