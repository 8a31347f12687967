import { hrefOf } from '../model/address.ts';
import type { Edition } from '../model/edition.ts';
import type { Site } from '../model/site.ts';
import { wordsOf } from './words.ts';

/** Give the attributes of a search panel: where the index stands, and the pages that it leads to. */
export function searchPlaces({ places }: Site, edition: Edition): Record<string, string> {
  const roots = Object.fromEntries(places.languages.map((lang) => [lang, hrefOf(places, lang, '')]));
  return {
    'data-index': `${places.base}search-index/`,
    'data-page': edition.href('search/'),
    'data-terms': edition.href(edition.vocabulary ? 'vocabulary/' : 'search/'),
    'data-questions': edition.href('questions/'),
    'data-roots': JSON.stringify(roots),
    'data-label': wordsOf(edition.lang).searchFor,
  };
}
