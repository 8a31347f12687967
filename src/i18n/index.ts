/** The strings of the interface: one file a language. The content has its own texts. */
import * as en from './en.ts';
import * as ru from './ru.ts';

export type { SearchStrings, Strings } from './en.ts';

const languages: Record<string, { strings: en.Strings; search: en.SearchStrings }> = { en, ru };

/** Returns the strings of a language; a language without a file of its own has those of English. */
export const stringsOf = (lang: string): en.Strings => (languages[lang] ?? en).strings;

/** Returns the strings of the search. */
export const searchStringsOf = (lang: string): en.SearchStrings => (languages[lang] ?? en).search;
