/** Finds and ranks the records of a query, and groups them by page. */
import { fold } from './analyzer.ts';
import type { IndexReader } from './index-reader.ts';
import { expandQuery, type QueryTerm } from './query-expansion.ts';
import { isLowWeight } from './query-stopwords.ts';
import { parseQuery, type Query } from './query.ts';
import { rank, type Ranked } from './ranking.ts';
import { splitWord } from './spelling.ts';
import { findSynonyms } from './synonyms.ts';
import { otherLayout } from './transliteration.ts';

export interface Found {
  query: Query;
  /** Best first. */
  ranked: Ranked[];
  /** Typed words with their corrections. */
  corrections: { typed: string; meant: string }[];
  /** Words without a result and without a correction. */
  unknown: string[];
  /** Terms to highlight, each with its weight: a word, a prefix that ends in `…`, or words that follow each other. */
  marks: Map<string, number>;
}

/** The minimum coverage of a result, as a share of the best coverage. */
const LEAST_COVERAGE = 0.4;
const SYNONYM_MARK = 0.5;

/** Finds the records for typed text. Rejects if a file of the search is not available. */
export async function search(reader: IndexReader, typed: string): Promise<Found> {
  const { query, terms, meant } = await understand(reader, typed);
  const synonyms = await findSynonyms(reader, query, terms);
  const all = await rank(reader, query, terms, synonyms);
  const best = all.reduce((most, { coverage }) => Math.max(most, coverage), 0);
  const marks = new Map<string, number>();
  const mark = (key: string, weight: number, { length }: { length: number }): void => void marks.set(key, weight / Math.log(3 + length));
  for (const { candidates, skipped } of terms) {
    // The completions of a known word are other words: “parties” for “part”.
    const meant = candidates.length > 1 ? candidates.filter(({ key }) => !key.endsWith('…')) : candidates;
    for (const { key, weight, hits } of meant) mark(key, weight, skipped ? { length: reader.size } : hits);
  }
  for (const { terms: own } of synonyms) {
    const key = own.map((term) => term.key).join(' ');
    if (!marks.has(key)) mark(key, SYNONYM_MARK, own[0]!.hits);
  }
  const asTyped = ({ from, to }: { from: number; to: number }): string => fold(query.text.slice(from, to));
  return {
    query,
    ranked: all.filter(({ coverage }) => coverage >= best * LEAST_COVERAGE),
    corrections: [...meant, ...terms.flatMap(({ token, correction }) => (correction ? [{ typed: asTyped(token), meant: correction }] : []))],
    unknown: terms.flatMap(({ token, candidates }, at) => (candidates.length === 0 && !isLowWeight(query.tokens, at) ? [asTyped(token)] : [])),
    marks,
  };
}

type Correction = Found['corrections'][number];

interface Understood {
  query: Query;
  terms: QueryTerm[];
  /** Corrections of the text, before it was divided into words. */
  meant: Correction[];
}

/**
 * Expands a query. Two words that were typed as one are read as two. If no word is known, but every word is known when typed in the other keyboard
 * layout, the query is read in that layout.
 */
async function understand(reader: IndexReader, typed: string): Promise<Understood> {
  const read = async (text: string, meant: Correction[] = []): Promise<Understood> => {
    const query = parseQuery(text);
    return { query, terms: await expandQuery(reader, query), meant };
  };
  const isKnown = ({ candidates, correction }: QueryTerm): boolean => candidates.length > 0 && !correction;
  const first = await read(typed);
  const split = await splitWords(reader, first);
  const own = split ? await read(split.text, split.meant) : first;
  if (own.terms.some(isKnown)) return own;
  const meant = otherLayout(typed);
  const other = await read(meant, [{ typed: typed.trim(), meant: meant.trim() }]);
  return other.terms.length > 0 && other.terms.every(isKnown) ? other : own;
}

/** Returns the text of a query with two words in place of each unknown word that is two words typed as one. */
async function splitWords(reader: IndexReader, { query, terms }: Understood): Promise<{ text: string; meant: Correction[] } | undefined> {
  let { text } = query;
  const meant: Correction[] = [];
  // From the last, so that the positions of those before stay right.
  for (const { token, candidates } of terms.toReversed()) {
    if (candidates[0]?.key === token.key) continue;
    const typed = query.text.slice(token.from, token.to);
    const words = await splitWord(reader, fold(typed));
    if (!words) continue;
    text = text.slice(0, token.from) + words + text.slice(token.to);
    meant.unshift({ typed, meant: words });
  }
  return meant.length > 0 ? { text, meant } : undefined;
}

/** Records of one page, best first: those that are shown at once, and those that are shown on demand. */
export interface Group {
  page: number;
  records: number[];
  more: number[];
}

/** A page shows its records whose score is at least this share of the best one, up to MOST_SHOWN. */
const LEAST_SHARE = 0.75;
const MOST_SHOWN = 2;

/** Groups results by page, the page with the best record first. For a phrase every record is shown. */
export function groupByPage(reader: IndexReader, ranked: readonly Ranked[], { query }: Pick<Found, 'query'>): Group[] {
  const groups = new Map<number, Group & { best: number }>();
  for (const { record, score } of ranked) {
    const page = reader.pageOf[record]!;
    const group = groups.get(page) ?? { page, records: [], more: [], best: score };
    groups.set(page, group);
    const isShown = query.phrases.length > 0 || (score >= group.best * LEAST_SHARE && group.records.length < MOST_SHOWN);
    (isShown ? group.records : group.more).push(record);
  }
  return [...groups.values()];
}
