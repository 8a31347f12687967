/**
 * How a term (`analyzer.ts`) becomes a word of Pagefind.
 *
 * It consists of letters alone: Pagefind indexes the parts of a word with punctuation as words of their own, also with its option
 * `includeCharacters`. And it ends in a letter that no term contains, so that no word is the beginning of another: Pagefind reads a word as
 * a prefix, and where nothing begins so, takes the longest word that the query begins with. A quoted word would be exact too, but Pagefind
 * gives the same score to all records that contain it.
 */
const LETTERS: Record<string, string> = { '§': 'ƨ', '.': 'ƶ', '=': 'ƻ', ' ': 'ǀ', "'": 'ƾ' };
const END = 'ǃ';

/** Returns the word for a beginning of terms. */
export const wordPrefix = (prefix: string): string => prefix.replace(/[§.= ']/g, (sign) => LETTERS[sign]!);

/** Returns the word for a whole term. */
export const wholeWord = (term: string): string => wordPrefix(term) + END;

/** Returns the term for a whole name, from the key of its words (`phraseKey`). */
export const nameTerm = (key: string): string => `${key}=`;
