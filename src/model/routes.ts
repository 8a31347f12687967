import { statePath } from './tree-path.ts';
import { differencesOf } from './differences.ts';
import { arrowsOf } from './concept-dependencies.ts';
import type { Locale } from './locale.ts';
import { perLocale } from './per-locale.ts';

/** The lists of a site, each with a page of its own. */
export type ListPage = 'concepts' | 'questions' | 'answers' | 'sources' | 'map' | 'decide' | 'article' | 'vocabulary' | 'differences';

const LISTS: readonly ListPage[] = ['concepts', 'questions', 'sources', 'map', 'answers', 'decide', 'article', 'vocabulary', 'differences'];

/** Whether a locale has something to list, so that the page of the list exists. */
export const hasList = (locale: Locale, list: ListPage): boolean => listsOf(locale).includes(list);

const listsOf = perLocale((locale) => LISTS.filter((list) => isFilled(locale, list)));

function isFilled(locale: Locale, list: ListPage): boolean {
  const has = (kind: string): boolean => [...locale.pages.values()].some((page) => page.kind === kind);
  switch (list) {
    case 'concepts':
      return has('concept');
    case 'questions':
    case 'answers':
      return has('question');
    case 'sources':
      return locale.sources.size > 0;
    case 'map':
      return arrowsOf(locale).length > 0;
    case 'decide':
      return locale.trees.size > 0;
    case 'article':
      return locale.article !== undefined;
    case 'vocabulary':
      return locale.vocabulary !== undefined;
    case 'differences':
      return differencesOf(locale).length > 0;
  }
}

/** Lists the paths of a locale for the sitemap and `hreflang`: with the states of trees, without fallbacks. */
export function pagePaths(locale: Locale): { path: string; reviewed?: string }[] {
  const own = [...locale.pages.values()].filter(({ lang }) => lang === locale.lang);
  return [
    ...own.map(({ kind, id, data }) => ({ path: kind === 'front' ? '' : `${kind}s/${id}/`, reviewed: data.reviewed })),
    ...[...listsOf(locale), 'about'].map((list) => ({ path: `${list}/` })),
    ...[...locale.sources.values()]
      .filter(({ foreign }) => !foreign.summary)
      .map(({ id, data }) => ({ path: `sources/${id}/`, reviewed: data.checked })),
    ...[...locale.trees.values()]
      .filter(({ lang }) => lang === locale.lang)
      .flatMap((tree) => tree.states.map((state) => ({ path: statePath(tree, state) }))),
  ];
}

/** Whether a locale has a page at a path in its own language. */
export const hasOwnPage = (locale: Locale, path: string): boolean => ownPaths(locale).has(path);

const ownPaths = perLocale((locale) => new Set(pagePaths(locale).map(({ path }) => path)));

/**
 * Returns the other locales that have a page, translated or as a fallback. A locale may lack a list page. Changes, histories and volumes differ per
 * language, so they have no page in another locale.
 */
export function otherLocales(locales: readonly Locale[], locale: Locale, path: string, kind: string): Locale[] {
  if (kind === '404' || /^(?:changes\/|print\/\d)/.test(path)) return [];
  const list = LISTS.find((one) => path === `${one}/`);
  return locales.filter((other) => other !== locale && (list === undefined || hasList(other, list)));
}
