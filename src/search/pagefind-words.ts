/**
 * How a term (`analyzer.ts`) becomes a word of Pagefind. The word consists of letters only: Pagefind also indexes the parts of a word with
 * punctuation, even with its option `includeCharacters`. It ends in a letter that no term contains, so that no word is a prefix of another:
 * Pagefind matches words as prefixes, and if there is no match, it takes the longest indexed prefix of the query. A quoted word would match
 * exactly, but then Pagefind gives all records the same score.
 */
const LETTERS: Record<string, string> = { '§': 'ƨ', '.': 'ƶ', '=': 'ƻ', ' ': 'ǀ', "'": 'ƾ' };
const END = 'ǃ';

/** Returns the word for a prefix of terms. */
export const wordPrefix = (prefix: string): string => prefix.replace(/[§.= ']/g, (character) => LETTERS[character]!);

/** Returns the word for a whole term. */
export const wholeWord = (term: string): string => wordPrefix(term) + END;

/** Returns the word for the positions of a common word (`Manifest.common`): the word itself has none in the index, so that its list is short. */
export const positionedWord = (word: string): string => `ǂ${word}`;

/** Returns the term for a full name, from its key (`phraseKey`). */
export const nameTerm = (key: string): string => `${key}=`;
