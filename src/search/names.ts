import { termsOf, type Term } from './terms.ts';

/** One word of a query or of a name: its key, and other keys that mean the same. */
export interface Word {
  key: string;
  /** Ways that are as good: `§13` for the 13 of “s. 13”, `10000` for “ten thousand”. */
  also: string[];
  at: number;
  from: number;
  to: number;
}

/** List the words of a text, each once: a number in words is one of them, its parts are not. */
export function wordsOf(text: string): Word[] {
  let terms = termsOf(text);
  if (terms.length === 0) terms = termsOf(text, true);
  const words: Word[] = [];
  let free = 0;
  for (const term of terms) {
    if (term.role === 'figure' && term.at >= free && !term.key.startsWith('§')) {
      words.push(wordOf(term));
      free = term.at + term.span;
    } else if (term.role === 'word' && term.at >= free) words.push(wordOf(term));
  }
  for (const { key, at, role } of terms) {
    if (role === 'figure' && key.startsWith('§')) {
      const word = words.find((one) => one.at === at);
      if (word) Object.assign(word, { key, also: [word.key] });
    }
  }
  for (const word of words) {
    // A number of three or four figures alone is first of all the number of an article.
    if (/^\d{3,4}(?:\.\d+)?$/.test(word.key)) Object.assign(word, { key: `§${word.key}`, also: [word.key] });
  }
  return words;
}

const wordOf = ({ key, at, from, to }: Term): Word => ({ key, also: [], at, from, to });

/** Give the key of a whole name: the keys of its words in their order. */
export const nameOf = (text: string): string =>
  wordsOf(text)
    .map(({ key }) => key)
    .join(' ');
