/** The strings of the interface: one file a language, and its line here. The content has its own texts. */
import * as de from './de.ts';
import * as en from './en.ts';
import * as ru from './ru.ts';
import { directionOf } from './languages.ts';

export type { Strings } from './en.ts';

const languages: Record<string, { strings: en.Strings; search: en.SearchStrings }> = { de, en, ru };

/** The language of the interface on the pages of a language: its own, or English where it has no file. */
export const interfaceLanguage = (lang: string): string => (Object.hasOwn(languages, lang) ? lang : 'en');

/** The attributes of an element with interface strings on the pages of a language. None where the interface is in that language. */
export function interfaceAttributes(lang: string): { lang?: string; dir?: 'ltr' | 'rtl' } {
  const own = interfaceLanguage(lang);
  return own === lang ? {} : { lang: own, dir: directionOf(own) };
}

/** Returns the strings of the interface on the pages of a language. */
export const stringsOf = (lang: string): en.Strings => languages[interfaceLanguage(lang)]!.strings;
