/** The strings of the interface: one file per language, and its line here. The content has its own texts. */
import * as de from './de.ts';
import * as en from './en.ts';
import * as ru from './ru.ts';
import { directionOf } from './languages.ts';

export type { Strings } from './en.ts';

const languages: Record<string, { strings: en.Strings; search: en.SearchStrings }> = { de, en, ru };

/**
 * The language of the interface on the pages of a language: its own, else the first of the base that has a file, else English. The base has
 * the languages `ofBase`.
 */
export const interfaceLanguage = (lang: string, ofBase: readonly string[]): string =>
  [lang, ...ofBase].find((one) => Object.hasOwn(languages, one)) ?? 'en';

/** The attributes of an element with interface strings on the pages of a language. None where the interface is in that language. */
export function interfaceAttributes(lang: string, ofBase: readonly string[]): { lang?: string; dir?: 'ltr' | 'rtl'; 'data-interface'?: '' } {
  const own = interfaceLanguage(lang, ofBase);
  return own === lang ? {} : { lang: own, dir: directionOf(own), 'data-interface': '' };
}

/** Returns the strings of the interface on the pages of a language. */
export const stringsOf = (lang: string, ofBase: readonly string[]): en.Strings => languages[interfaceLanguage(lang, ofBase)]!.strings;
