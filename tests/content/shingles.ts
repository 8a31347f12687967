import { createHash } from 'node:crypto';

/** The length of a sequence of words that counts as copied. */
export const RUN = 8;

/** Hashes every sequence of eight words of a text, without quoted passages. */
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
