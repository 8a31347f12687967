import type { Site } from '../model/site.ts';
import { compare, type Change } from './compare.ts';
import { diagnostic, type PermalinkDiagnostic } from './diagnostics.ts';
import { snapshotOf } from './snapshot.ts';
import { LIST, PERMALINKS, type Stored } from './storage.ts';

/** Checks the permalinks of a site without other errors. */
export function checkPermalinks({ permalinks, redirects, diagnostics }: Stored, site: Site): PermalinkDiagnostic[] {
  if (diagnostics.length) return diagnostics;
  const unnumbered = missingIds(site);
  if (unnumbered.length) return unnumbered;
  const found = compare(permalinks, { snapshot: snapshotOf(site), trees: site.locales[0]!.trees }, redirects, '');
  if (found.diagnostics.length) return found.diagnostics;
  const pages = new Map<string, { lang: string; page: string; added: number; changed: number; removed: number }>();
  for (const what of ['added', 'changed', 'removed'] as const) {
    for (const { lang, page } of found[what]) {
      const counts = pages.get(`${lang}/${page}`) ?? { lang, page, added: 0, changed: 0, removed: 0 };
      counts[what] += 1;
      pages.set(`${lang}/${page}`, counts);
    }
  }
  return [...pages].map(([key, counts]) => diagnostic('permalinks-behind', { file: `${PERMALINKS}/${key}.txt`, line: 1 }, counts));
}

/** Reports blocks with ids in a base without a list of published addresses. Ids are written for publication, so the list was probably lost. */
export function unknownPermalinks({ locales }: Pick<Site, 'locales'>): PermalinkDiagnostic[] {
  const isMarked = locales.some(({ pages }) => [...pages.values()].some(({ blocks }) => blocks.some(({ marked }) => marked)));
  return isMarked ? [diagnostic('permalinks-unknown', { file: LIST, line: 1 }, {})] : [];
}

/** Reports the pages with blocks without an id. */
export function missingIds({ locales }: Pick<Site, 'locales'>): PermalinkDiagnostic[] {
  return locales.flatMap(({ lang, pages }) =>
    [...pages.values()].flatMap((page) => {
      const missing = page.lang === lang ? page.blocks.filter(({ marked }) => !marked) : [];
      return missing[0] ? [diagnostic('missing-block-id', { file: page.file, ...missing[0].at }, { count: missing.length })] : [];
    }),
  );
}

/** Formats the number of changes and the first addresses. */
export function listChanges(title: string, changes: readonly Change[]): string[] {
  if (changes.length === 0) return [];
  const shown = changes.slice(0, SHOWN).map(({ lang, address }) => `  ${lang}/${address}`);
  const more = changes.length > SHOWN ? [`  and ${changes.length - SHOWN} more`] : [];
  return [`${changes.length} ${title}`, ...shown, ...more];
}

const SHOWN = 40;
