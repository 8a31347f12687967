/** Records and whole texts of sources in one language: each text per language becomes one text. */
import { isCyrillic } from '../i18n/languages.ts';
import type { Localised, Translatable } from '../schema/fields.ts';
import type { SourceData } from '../schema/source.ts';
import type { SourceTextData } from '../schema/source-text.ts';
import type { SourceEntry, SourceTextEntry } from './entry.ts';

/** The same data with one text in place of each text per language. */
export type InOneLanguage<T> =
  T extends Record<string, string>
    ? string extends keyof T
      ? string
      : T
    : T extends readonly (infer U)[]
      ? InOneLanguage<U>[]
      : T extends object
        ? { [K in keyof T]: InOneLanguage<T[K]> }
        : T;

/** The language of each text that is not in the language of the page, by its field: `summary`, `quotes.0.translation`, `paragraphs.p1.amended`. */
export type ForeignTexts = Readonly<Record<string, string>>;

export type Source = Omit<SourceEntry, 'data'> & { data: InOneLanguage<SourceData>; foreign: ForeignTexts };
export type SourceText = Omit<SourceTextEntry, 'data'> & { data: InOneLanguage<SourceTextData>; foreign: ForeignTexts };

/** The fields that may be given per language. */
const FIELDS = new Set(
  [
    ['title', 'short', 'summary', 'notes', 'translation', 'from', 'rights', 'amended', 'family', 'given', 'literal'],
    ['container-title', 'collection-title', 'event-title', 'publisher', 'publisher-place', 'authority', 'number', 'section', 'genre', 'references'],
  ].flat(),
);

/** Returns a record in a language; a missing text is in the first language. On a page in the language of the work, the title is the original one. */
export function sourceIn(entry: SourceEntry, lang: string, first: string): Source {
  const { data } = entry;
  const original = data['title-original'];
  const isOwn = lang !== first && original && isIn(original, lang) && !(typeof data.title === 'object' && data.title[lang]);
  const made = inLanguage(isOwn ? { ...data, title: { [lang]: original } } : data, lang, first);
  // A title that contains the original title does not need it on a second line.
  const title = original && made.data.title.includes(original) ? { ...made.data, 'title-original': undefined } : made.data;
  const quotes = made.data.quotes.map((quote) => (quote.lang === lang ? { ...quote, translation: undefined } : quote));
  return { ...entry, data: { ...title, quotes }, foreign: made.foreign };
}

/** Returns a whole text in a language. A paragraph has no translation if its original is in this language. */
export function sourceTextIn(entry: SourceTextEntry, lang: string, first: string): SourceText {
  const { data } = entry;
  const original = data['title-original'];
  const isOwn = data.lang === lang && original && typeof data.title === 'string';
  const made = inLanguage(isOwn ? { ...data, title: { [lang]: original } } : data, lang, first);
  const paragraphs = Object.entries(made.data.paragraphs).map(([id, paragraph]) => {
    return [id, data.lang === lang && paragraph.original ? { ...paragraph, translation: undefined } : paragraph] as const;
  });
  return { ...entry, data: { ...made.data, paragraphs: Object.fromEntries(paragraphs) }, foreign: made.foreign };
}

/** Whether a value is a text per language. */
export const isLocalised = (value: unknown): value is Localised =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.entries(value).every(([key, text]) => /^[a-z]{2}$/.test(key) && typeof text === 'string');

function inLanguage<T extends object>(data: T, lang: string, first: string): { data: InOneLanguage<T>; foreign: ForeignTexts } {
  const foreign: Record<string, string> = {};
  const walk = (value: unknown, path: readonly string[]): unknown => {
    const field = path.at(-1)!;
    if (FIELDS.has(field) && (typeof value === 'string' || isLocalised(value))) {
      const chosen = choose(value, lang, first, field === 'translation');
      if (chosen && chosen.lang !== lang) foreign[path.join('.')] = chosen.lang;
      return chosen?.text;
    }
    if (Array.isArray(value)) return value.map((one, at) => walk(one, [...path, String(at)]));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, walk(one, [...path, key])]));
  };
  return {
    data: walk(data, ['']) as InOneLanguage<T>,
    foreign: Object.fromEntries(Object.entries(foreign).map(([path, one]) => [path.slice(1), one])),
  };
}

/** Chooses a text in the language of the page, else in the first language, else in any; a translation is not shown in any other language. */
function choose(value: Translatable, lang: string, first: string, isTranslation: boolean): { text: string; lang: string } | undefined {
  const texts = typeof value === 'string' ? { [isIn(value, lang) ? lang : first]: value } : value;
  const chosen = [lang, first, ...(isTranslation ? [] : Object.keys(texts))].find((one) => texts[one] !== undefined);
  return chosen === undefined ? undefined : { text: texts[chosen]!, lang: chosen };
}

/** Whether a text without a language is in the language, judged by its script. Only Cyrillic is recognised. */
function isIn(text: string, lang: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return isCyrillic(lang) && letters.length > 0 && letters.filter((letter) => /\p{Script=Cyrillic}/u.test(letter)).length > letters.length / 2;
}
