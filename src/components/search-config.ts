import { hrefOf } from '../model/address.ts';
import type { Locale } from '../model/locale.ts';
import { hasList } from '../model/routes.ts';
import type { Site } from '../model/site.ts';
import { stringsOf } from '../i18n/index.ts';

/** Returns the attributes of a search panel: the base of the site, and the pages that it links to. */
export function searchConfig({ routes }: Site, locale: Locale): Record<string, string> {
  const roots = Object.fromEntries(routes.languages.map((lang) => [lang, hrefOf(routes, lang, '')]));
  return {
    'data-base': routes.base,
    'data-page': locale.href('search/'),
    'data-terms': locale.href(locale.vocabulary ? 'vocabulary/' : 'search/'),
    ...(hasList(locale, 'questions') ? { 'data-questions': locale.href('questions/') } : {}),
    'data-roots': JSON.stringify(roots),
    'data-indexes': JSON.stringify(Object.fromEntries(routes.languages.map((lang) => [lang, lang === routes.languages[0] ? '' : `${lang}/`]))),
    'data-label': stringsOf(locale.lang, locale.languages).searchFor,
  };
}
