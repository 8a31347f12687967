import { hrefOf } from '../model/address.ts';
import type { Edition } from '../model/edition.ts';
import type { Site } from '../model/site.ts';
import { stringsOf } from '../i18n/index.ts';

/** Returns the attributes of a search panel: the base of the site, and the pages that it links to. */
export function searchPlaces({ places }: Site, edition: Edition): Record<string, string> {
  const roots = Object.fromEntries(places.languages.map((lang) => [lang, hrefOf(places, lang, '')]));
  return {
    'data-base': places.base,
    'data-page': edition.href('search/'),
    'data-terms': edition.href(edition.vocabulary ? 'vocabulary/' : 'search/'),
    'data-questions': edition.href('questions/'),
    'data-roots': JSON.stringify(roots),
    'data-label': stringsOf(edition.lang).searchFor,
  };
}
