/** What the page of a record holds beside it. */
import type { IndexReader } from './index-reader.ts';
import type { Ranked } from './ranking.ts';
import { TUNING } from './weights.ts';

/** Tell for each page which words of a query it holds somewhere, and by what weight. */
export function coverageByPage(reader: IndexReader, rows: ReadonlyMap<number, { covered: Float64Array }>, words: number): Map<number, Float64Array> {
  const pages = new Map<number, Float64Array>();
  for (const [record, { covered }] of rows) {
    const page = reader.pageOf[record]!;
    const most = pages.get(page) ?? new Float64Array(words);
    pages.set(page, most);
    for (const [at, one] of covered.entries()) most[at] = Math.max(most[at]!, one);
  }
  return pages;
}

/** A record of a page that speaks of it elsewhere too is worth a little more. */
export function liftPages(reader: IndexReader, ranked: readonly Ranked[]): Ranked[] {
  const sums = new Map<number, number>();
  for (const { record, score } of ranked) {
    const page = reader.pageOf[record]!;
    sums.set(page, (sums.get(page) ?? 0) + score ** 2);
  }
  return ranked.map((one) => {
    const others = Math.sqrt(Math.max(0, sums.get(reader.pageOf[one.record]!)! - one.score ** 2));
    return { ...one, score: one.score + TUNING.page * Math.min(others, one.score) };
  });
}
