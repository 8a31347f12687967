/** The words of the content, for completion and correction: in files by first letter, and again by script and length. */
import { setImmediate } from 'node:timers/promises';
import { fold, isStop } from '../search/analyzer.ts';
import { lengthBucket, initialBucket } from '../search/edit-distance.ts';
import type { SearchRecord } from './search-record.ts';

/** The maximum number of words per file. The rarest are left out. */
const MOST = 2200;

/** A word as the analyzer splits it, with its apostrophes. A part of a word would be a correction without results. */
const WORD = /(?<![\p{L}\p{N}.'&_-])\p{L}[\p{L}']*(?![\p{L}\p{N}&_-])/gu;

/** The number of records after which other work of the thread has its turn. */
const AT_ONCE = 50;

/** Returns the files by name. Each line has a word and its frequency from 1 to 9, on a logarithmic scale. */
export async function spellingDictionary(records: readonly SearchRecord[]): Promise<Map<string, string>> {
  const counts = new Map<string, number>();
  const count = (text: string, weight: number): void => {
    const words = fold(text).match(WORD) ?? [];
    for (const word of new Set(words.map((one) => one.replace(/'s?$/, ''))))
      if (word.length >= 4 && !isStop(word)) counts.set(word, (counts.get(word) ?? 0) + weight);
  };
  for (const [number, { title, names, asked = [], blocks }] of records.entries()) {
    if (number % AT_ONCE === 0) await setImmediate();
    count([title, ...names].join(' '), 3);
    count([...asked, ...blocks.map(({ text }) => text)].join(' '), 1);
  }
  const buckets = new Map<string, [string, number][]>();
  for (const [word, times] of counts) {
    // Words that occur only once are not suggested for a typo in the first letter.
    for (const bucket of times > 1 ? [initialBucket(word), lengthBucket(word)] : [initialBucket(word)]) {
      const words = buckets.get(bucket);
      if (words) words.push([word, times]);
      else buckets.set(bucket, [[word, times]]);
    }
  }
  return new Map(
    [...buckets]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([bucket, words]) => {
        const kept = words.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST);
        return [
          bucket,
          kept
            .map(([word, times]) => word + Math.min(9, Math.ceil(Math.log2(times + 1))))
            .sort()
            .join('\n'),
        ];
      }),
  );
}
