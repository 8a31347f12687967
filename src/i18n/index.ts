/** The strings of the interface: one file per language, and its line here. The content has its own texts. */
import * as de from './de.ts';
import * as en from './en.ts';
import * as ru from './ru.ts';
import { directionOf } from './languages.ts';

export type { Strings } from './en.ts';

const languages: Record<string, { strings: en.Strings; search: en.SearchStrings }> = { de, en, ru };

/**
 * Returns the UI language for pages in a language: the language itself, else the first language of the base with a file here, else English. `ofBase`
 * are the languages of the base.
 */
export const interfaceLanguage = (lang: string, ofBase: readonly string[]): string =>
  [lang, ...ofBase].find((one) => Object.hasOwn(languages, one)) ?? 'en';

/** Returns the attributes of an element with UI strings on pages in a language. There are none if the UI is in that language. */
export function interfaceAttributes(lang: string, ofBase: readonly string[]): { lang?: string; dir?: 'ltr' | 'rtl'; 'data-interface'?: '' } {
  const own = interfaceLanguage(lang, ofBase);
  return own === lang ? {} : { lang: own, dir: directionOf(own), 'data-interface': '' };
}

/** Returns the strings of the interface on the pages of a language. */
export const stringsOf = (lang: string, ofBase: readonly string[]): en.Strings => languages[interfaceLanguage(lang, ofBase)]!.strings;
