/** The words of the base as they are written, for “did you mean”, in files by their first letter, and again by script and length. */
import { writeTable } from '../search/postings.ts';
import { fold, isStop } from '../search/terms.ts';
import { bandOf, shelfOf } from '../search/likeness.ts';
import type { SearchRecord } from './search-records.ts';

/** The most words of a file; the rarest are left out. */
const MOST = 2200;

/** Make the files: name to table of words with how often they stand (1 to 9). */
export function wordFiles(records: readonly SearchRecord[]): Map<string, string> {
  const counts = new Map<string, number>();
  const count = (text: string, weight: number): void => {
    for (const word of new Set(fold(text).match(/\p{L}{4,}/gu))) if (!isStop(word)) counts.set(word, (counts.get(word) ?? 0) + weight);
  };
  for (const { title, names, blocks } of records) {
    count([title, ...names].join(' '), 3);
    count(blocks.map(({ text }) => text).join(' '), 1);
  }
  const shelves = new Map<string, [string, number][]>();
  for (const [word, times] of counts) {
    for (const shelf of [shelfOf(word), bandOf(word)]) shelves.set(shelf, [...(shelves.get(shelf) ?? []), [word, times]]);
  }
  return new Map(
    [...shelves]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([shelf, words]) => {
        const kept = words.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST);
        return [
          shelf,
          writeTable(kept.sort(([a], [b]) => (a < b ? -1 : 1)).map(([word, times]) => [word, String(Math.min(9, Math.ceil(Math.log2(times + 1))))])),
        ];
      }),
  );
}
