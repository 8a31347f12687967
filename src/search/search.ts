/** A query and its answer. */
import type { IndexReader } from './index-reader.ts';
import { isLight } from './light-words.ts';
import { findOthers } from './other-names.ts';
import { readQuery, type Query } from './query.ts';
import { rank, type Ranked } from './ranking.ts';
import { fold } from './terms.ts';
import { findSlots } from './understanding.ts';

export interface Found {
  query: Query;
  /** Best first. */
  ranked: Ranked[];
  /** Words that were taken for another: as they were typed, and the known word. */
  corrections: { typed: string; meant: string }[];
  /** Words that stand nowhere and resemble none that does. */
  unknown: string[];
  /** The terms to mark, each with its worth. */
  marks: Map<string, number>;
}

/** The share of the best coverage below which a record is no answer. */
const LEAST = 0.55;

/** Find what answers a query, texts in the reader's language first. Rejects when a file of the search cannot be had. */
export async function search(reader: IndexReader, typed: string, language = ''): Promise<Found> {
  const query = readQuery(typed);
  const slots = await findSlots(reader, query);
  const others = await findOthers(reader, query, slots);
  const all = await rank(reader, query, slots, others, language);
  const best = all.reduce((most, { coverage }) => Math.max(most, coverage), 0);
  const ranked = all.filter(({ coverage }) => coverage >= best * LEAST);
  const marks = new Map<string, number>();
  for (const { ways } of slots) for (const { key, weight, postings } of ways) marks.set(key, weight / Math.log(3 + postings.length));
  for (const { ways } of others) for (const { key, postings } of ways) if (!marks.has(key)) marks.set(key, 0.5 / Math.log(3 + postings.length));
  const asTyped = ({ from, to }: { from: number; to: number }): string => fold(typed.normalize('NFC').slice(from, to));
  return {
    query,
    ranked,
    corrections: slots.flatMap(({ word, correction }) => (correction ? [{ typed: asTyped(word), meant: correction }] : [])),
    unknown: slots.flatMap(({ word, ways }, at) => (ways.length === 0 && !isLight(query.words, at) ? [asTyped(word)] : [])),
    marks,
  };
}

/** Records of one page, the best first: those that are shown with it, and those that are shown when asked for. */
export interface Group {
  page: number;
  records: number[];
  more: number[];
}

/** The share of the best score of a page below which its records are not shown with it, and the most that are. */
const BESIDE = 0.55;
const MOST_BESIDE = 2;

/** Gather what was found by page, the page with the best record first. Of a phrase every record is shown. */
export function groupByPage(reader: IndexReader, ranked: readonly Ranked[], { query }: Pick<Found, 'query'>): Group[] {
  const groups = new Map<number, Group & { best: number }>();
  for (const { record, score } of ranked) {
    const page = reader.pageOf[record]!;
    const group = groups.get(page) ?? { page, records: [], more: [], best: score };
    groups.set(page, group);
    const isShown = query.phrases.length > 0 || (score >= group.best * BESIDE && group.records.length < MOST_BESIDE);
    (isShown ? group.records : group.more).push(record);
  }
  return [...groups.values()];
}
