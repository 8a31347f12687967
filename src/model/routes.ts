import { statePath } from './tree-path.ts';
import { differencesOf } from './differences.ts';
import type { Locale } from './locale.ts';

/** Lists the paths of a locale for the sitemap and `hreflang`: with the states of trees, without fallbacks. */
export function pagePaths(locale: Locale): { path: string; reviewed?: string }[] {
  const own = [...locale.pages.values()].filter(({ lang }) => lang === locale.lang);
  const rooms = [
    'concepts/',
    'questions/',
    'sources/',
    'map/',
    'about/',
    ...(own.some(({ kind }) => kind === 'question') ? ['answers/'] : []),
    ...(locale.trees.size ? ['decide/'] : []),
    ...(locale.article ? ['article/'] : []),
    ...(locale.vocabulary ? ['vocabulary/'] : []),
    ...(differencesOf(locale).length ? ['differences/'] : []),
  ];
  return [
    ...own.map(({ kind, id, data }) => ({ path: kind === 'front' ? '' : `${kind}s/${id}/`, reviewed: data.reviewed })),
    ...rooms.map((path) => ({ path })),
    ...[...locale.sources.values()].map(({ id, data }) => ({ path: `sources/${id}/`, reviewed: data.checked })),
    ...[...locale.trees.values()]
      .filter(({ lang }) => lang === locale.lang)
      .flatMap((tree) => tree.states.map((state) => ({ path: statePath(tree, state) }))),
  ];
}
