import { statePath } from './tree-path.ts';
import { differencesOf } from './differences.ts';
import type { Edition } from './locale.ts';

/** List the path of every page meant for readers, per edition, for the sitemap and `hreflang`. Walk states belong to it, fallbacks do not. */
export function pagePaths(edition: Edition): { path: string; reviewed?: string }[] {
  const own = [...edition.pages.values()].filter(({ lang }) => lang === edition.lang);
  const rooms = [
    'concepts/',
    'questions/',
    'sources/',
    'map/',
    ...(edition.trees.size ? ['decide/'] : []),
    ...(edition.article ? ['article/'] : []),
    ...(edition.vocabulary ? ['vocabulary/'] : []),
    ...(differencesOf(edition).length ? ['differences/'] : []),
  ];
  return [
    ...own.map(({ kind, id, data }) => ({ path: kind === 'front' ? '' : `${kind}s/${id}/`, reviewed: data.reviewed })),
    ...rooms.map((path) => ({ path })),
    ...[...edition.sources.values()].map(({ id, data }) => ({ path: `sources/${id}/`, reviewed: data.checked })),
    ...[...edition.trees.values()]
      .filter(({ lang }) => lang === edition.lang)
      .flatMap((tree) => tree.states.map((state) => ({ path: statePath(tree, state) }))),
  ];
}
