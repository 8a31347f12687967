/** The strings of the interface: one file a language, and its line here. The content has its own texts. */
import * as en from './en.ts';
import * as ru from './ru.ts';

export type { Strings } from './en.ts';

const languages: Record<string, { strings: en.Strings; search: en.SearchStrings }> = { en, ru };

/** The language of the interface on the pages of a language: its own, or English where it has no file. */
export const interfaceLanguage = (lang: string): string => (Object.hasOwn(languages, lang) ? lang : 'en');

/** The `lang` of the interface on the pages of a language, only where it is not that language itself. */
export const foreignInterface = (lang: string): string | undefined => (interfaceLanguage(lang) === lang ? undefined : interfaceLanguage(lang));

/** Returns the strings of the interface on the pages of a language. */
export const stringsOf = (lang: string): en.Strings => languages[interfaceLanguage(lang)]!.strings;
