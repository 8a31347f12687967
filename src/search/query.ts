/** Parses a query: its words, and which of them are in quotation marks. */
import { tokensOf, type Token } from './query-tokens.ts';

export interface Query {
  /** The text that the token positions refer to. */
  text: string;
  tokens: Token[];
  /** The first and the last word of each phrase. */
  phrases: [first: number, last: number][];
  /** Whether the last word may be unfinished. */
  unfinished: boolean;
}

/** Maximum number of characters and words of a query. A URL can contain more. */
export const LONGEST = 400;
const MOST_WORDS = 24;

/** Parses typed text. Without a letter or digit the query is empty. */
export function parseQuery(typed: string): Query {
  const text = typed
    .normalize('NFC')
    .replace(/\p{Cc}+/gu, ' ')
    // A soft hyphen or a zero-width space is inside a word, as in the texts. Persian and Indic spelling needs the joiners.
    .replace(/(?![\u200c\u200d])\p{Cf}/gu, '')
    .trimStart()
    .slice(0, LONGEST);
  const tokens = tokensOf(text).slice(0, MOST_WORDS);
  const phrases: [number, number][] = [];
  for (const { index, 0: quoted } of text.matchAll(/["“„«][^"“”„«»]+["”“»]/g)) {
    const inside = tokens.flatMap(({ from, to }, at) => (from >= index && to <= index + quoted.length ? [at] : []));
    if (inside.length > 1) phrases.push([inside[0]!, inside.at(-1)!]);
  }
  return { text, tokens, phrases, unfinished: tokens.at(-1)?.to === text.length };
}

const QUESTION =
  /^\P{L}*(?:what|who|whose|why|how|when|where|which|is|are|was|can|could|may|must|should|shall|will|do|does|did|has|have|am|что|как|кто|чей|чья|почему|зачем|когда|где|какой|какая|какие|можно|нужно|надо|должен|должна|должно|должны|сколько|кому|какую|каким|нельзя|может|могут|является|считается|будет|\p{L}+ ли)\P{L}.*\p{L}.*\P{L}+\p{L}|\?\s*$/iu;

/** Whether a text is a question. A number in a question need not be an identifier. */
export const isQuestion = (text: string): boolean => QUESTION.test(text);
