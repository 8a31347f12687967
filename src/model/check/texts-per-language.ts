import { isPartial, type Entry } from '../entry.ts';
import { diagnostic, type Diagnostic } from '../diagnostics.ts';
import { isLocalised } from '../source.ts';

type Place = readonly (string | number)[];

/** A text that is given per language, and where it is. */
export interface TextPerLanguage {
  file: string;
  path: Place;
  texts: Readonly<Record<string, string>>;
  /** Whether the text is a translation, which may lack the first language. */
  isTranslation: boolean;
}

/** Kinds of files that serve every language. */
const SHARED = new Set<Entry['kind']>(['site', 'vocabulary', 'article', 'source', 'source-text']);

/** Lists the texts per language of the files that serve every language. */
export function textsPerLanguage(entries: readonly Entry[]): TextPerLanguage[] {
  const found: TextPerLanguage[] = [];
  const walk = (file: string, value: unknown, path: Place): void => {
    if (isLocalised(value)) {
      if (Object.keys(value).length) found.push({ file, path, texts: value, isTranslation: path.at(-1) === 'translation' });
    } else if (Array.isArray(value)) value.forEach((one, at) => walk(file, one, [...path, at]));
    else if (typeof value === 'object' && value !== null) for (const [key, one] of Object.entries(value)) walk(file, one, [...path, key]);
  };
  for (const { kind, file, data } of entries) if (SHARED.has(kind)) walk(file, data, []);
  return found;
}

/** Reports texts in a language that the base does not have, and texts that lack its first language. */
export function checkTextsPerLanguage(entries: readonly Entry[], languages: readonly string[]): Diagnostic[] {
  const site = entries.find(({ kind }) => kind === 'site');
  if (!site || isPartial(site, ['languages'])) return [];
  const [first = ''] = languages;
  return textsPerLanguage(entries).flatMap(({ file, path, texts, isTranslation }) => {
    const unknown = Object.keys(texts).filter((lang) => !languages.includes(lang));
    return [
      ...unknown.map((lang) => diagnostic('unknown-text-language', file, { path: [...path, lang] }, { lang, known: languages })),
      ...(isTranslation || texts[first] !== undefined || unknown.length > 0
        ? []
        : [diagnostic('missing-field', file, { path: [...path] }, { field: [...path, first].join('.') })]),
    ];
  });
}
