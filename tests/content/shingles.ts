import { createHash } from 'node:crypto';

/** The length of a run of words that counts as copied. */
export const RUN = 8;

/** Hash every run of eight words of a text, quoted passages left out. */
export function shingles(text: string): { hash: string; words: string }[] {
  const words =
    text
      .replace(/“[^”]*”/g, ' \uE000 ')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+|\uE000/gu) ?? [];
  return words
    .map((_, at) => words.slice(at, at + RUN))
    .filter((run) => run.length === RUN && !run.includes('\uE000'))
    .map((run) => ({ words: run.join(' '), hash: createHash('sha256').update(run.join(' ')).digest('hex').slice(0, 10) }));
}
