import { languageName } from '../i18n/languages.ts';
import type { SearchStrings } from '../i18n/en.ts';
import type { Facet } from '../search/facets.ts';
import type { IndexReader } from '../search/index-reader.ts';

/** Returns the name of a value of a facet: that of the content, else that of the interface. */
export function labelOf({ manifest }: IndexReader, words: SearchStrings, facet: Facet, value: string): string {
  const { lang } = document.documentElement;
  if (facet === 'language') return languageName(value, lang);
  const named = manifest.names[facet]?.[value];
  if (named) return named[lang] ?? Object.values(named)[0] ?? value;
  return (facet === 'jurisdiction' ? undefined : words[facet][value]) ?? value;
}
