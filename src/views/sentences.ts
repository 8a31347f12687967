/** Splits and shortens texts, at the end of a sentence if possible. */
import { singleSpaced } from '../markdown/plain-text.ts';

/** Abbreviations, whose full stop does not end a sentence. */
const SHORT =
  /(?:^|[\s(«“"])(?:\p{L}|[Aa]rts?|[Pp]aras?|sub-paras?|secs?|nos?|cf|vs|pp|eds?|approx|Mr|Ms|Dr|St|Inc|Ltd|Co|Corp|e\.g|i\.e|ст|пп|абз|гл|гг|др|[Сс]м|[Сс]р|напр|т\. ?[дпе])\.$/u;
const END = /(?<=[.!?…]["”’»)\]]*)\s+(?=["“‘«(]?[\p{Lu}\d])/u;

/** Splits a text into sentences. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  // A removed citation after a quotation leaves its full stop.
  const whole = singleSpaced(text).replace(/([.!?…]["”’»])\./g, '$1');
  for (const part of whole.trim().split(END)) {
    const last = sentences.at(-1);
    if (last !== undefined && SHORT.test(last)) sentences[sentences.length - 1] = `${last} ${part}`;
    else if (part) sentences.push(part);
  }
  return sentences;
}

/** Returns the first sentences up to `most` characters, at least one. */
export function beginning([first = '', ...rest]: readonly string[], most: number): string {
  let taken = first;
  for (const sentence of rest) {
    if (taken.length + 1 + sentence.length > most) break;
    taken += ` ${sentence}`;
  }
  return taken;
}

/** Returns the first sentence, and the second if the first is shorter than `least`. */
export function opening([first = '', next]: readonly string[], least: number): string {
  return first.length >= least || next === undefined ? first : `${first} ${next}`;
}

/** Cuts a text at a word and adds an ellipsis if it is longer than `most` characters. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, most).replace(/\s+\S*$/u, '');
  return `${kept.replace(/[\s.,;:–—-]+$/u, '')}…`;
}
