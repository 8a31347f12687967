/** What was typed, understood: words, and which of them stand in quotation marks. */
import { wordsOf, type Word } from './names.ts';

export interface Query {
  text: string;
  words: Word[];
  /** First and last word of each phrase. */
  phrases: [first: number, last: number][];
  /** Whether the last word may still be going on. */
  unfinished: boolean;
}

/** The most signs and words of a query; an address may hold more. */
export const LONGEST = 400;
const MOST_WORDS = 24;

/** Read a query. Anything may be typed; what holds no letter and no figure is an empty query. */
export function readQuery(typed: string): Query {
  const text = typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .slice(0, LONGEST);
  const words = wordsOf(text).slice(0, MOST_WORDS);
  const phrases: [number, number][] = [];
  for (const { index, 0: quoted } of text.matchAll(/["“„«][^"“”„«»]+["”“»]/g)) {
    const inside = words.flatMap(({ from, to }, at) => (from >= index && to <= index + quoted.length ? [at] : []));
    if (inside.length > 1) phrases.push([inside[0]!, inside.at(-1)!]);
  }
  return { text: text.trim(), words, phrases, unfinished: words.at(-1)?.to === text.length };
}
