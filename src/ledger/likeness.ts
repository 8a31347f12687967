import { wordsOf } from './print.ts';

/** How alike two texts are, and how much of one stands in the other, both from 0 to 1. */
export interface Scales {
  likeness(a: string, b: string): number;
  /** The part of `a` that `b` holds. */
  share(a: string, b: string): number;
}

/**
 * Make scales for texts of two states, the old and the new. A word weighs the less the more texts of a state have it, so that
 * the words every paragraph of a page is made of do not make two of them alike.
 */
export function scalesFor(olds: readonly string[], news: readonly string[]): Scales {
  const read = new Map<string, Set<number>>();
  const words = (print: string): Set<number> => {
    let found = read.get(print);
    if (!found) read.set(print, (found = wordsOf(print)));
    return found;
  };
  const before = frequencies(olds.map(words));
  const after = frequencies(news.map(words));
  const texts = Math.max(olds.length, news.length) + 1;
  const weight = (word: number): number => Math.log(texts / Math.max(before[word]!, after[word]!, 1)) + LEAST;
  const weights = new Map<string, number>();
  const total = (print: string): number => {
    let sum = weights.get(print);
    if (sum === undefined) weights.set(print, (sum = [...words(print)].reduce((all, word) => all + weight(word), 0)));
    return sum;
  };
  const common = (a: string, b: string): number => {
    const [few, many] = [words(a), words(b)].sort((one, other) => one.size - other.size) as [Set<number>, Set<number>];
    let sum = 0;
    for (const word of few) if (many.has(word)) sum += weight(word);
    return sum;
  };
  return {
    likeness: (a, b) => (a === b ? 1 : (2 * common(a, b)) / (total(a) + total(b) || 1)),
    share: (a, b) => (a === b ? 1 : common(a, b) / (total(a) || 1)),
  };
}

/** What even the commonest word weighs. */
const LEAST = 0.05;

function frequencies(texts: readonly Set<number>[]): Uint32Array {
  const counts = new Uint32Array(4096);
  for (const words of texts) for (const word of words) counts[word]! += 1;
  return counts;
}
