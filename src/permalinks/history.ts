import type { Site } from '../model/site.ts';
import { isPageKind, partOf, type PageKind, type PagePermalinks, type Permalinks } from './permalinks.ts';
import type { Resolver } from './resolver.ts';
import { snapshotOf } from './snapshot.ts';

/** A change of a page on a day. */
export interface PageChange {
  /** `YYYY-MM-DD`. */
  day: string;
  /** The id of the page; for a moved page, the old id. */
  page: string;
  kind: PageKind;
  what: 'published' | 'changed' | 'moved';
  /** The sections with new or changed text, in the order of the page. Empty for a new or moved page. */
  sections: string[];
  /** The new id of a moved page. */
  to?: string;
}

/**
 * Returns the changes of a language, newest first. The permalinks only store the last change of each address, so earlier changes of the
 * same passage are missing.
 */
export function historyOf(permalinks: Permalinks, site: Site, resolver: Resolver, lang: string): PageChange[] {
  const sections = new Map(
    snapshotOf(site)
      .filter((one) => one.lang === lang)
      .map(({ page, addresses }) => [page, new Map(addresses.map(({ address, section }) => [address, section]))]),
  );
  return [...permalinks.values()]
    .filter((one) => one.lang === lang)
    .sort((a, b) => (a.page < b.page ? -1 : 1))
    .flatMap((one) => changesOf(one, sections.get(one.page), resolver))
    .sort((a, b) => (a.day > b.day ? -1 : Number(a.day < b.day)));
}

function changesOf({ page, rows }: PagePermalinks, sections: ReadonlyMap<string, string> | undefined, resolver: Resolver): PageChange[] {
  const own = rows.filter(({ address, kind }) => isPageKind(kind) && address === page);
  const now = own.find(({ hash }) => hash !== undefined);
  if (!now) {
    const last = own.toSorted((a, b) => (a.changed < b.changed ? 1 : -1))[0];
    const found = resolver.resolve(page);
    const to = found && 'to' in found ? found.to.split(/[./]/)[0] : undefined;
    return last ? [{ day: last.changed, page, kind: last.kind as PageKind, what: 'moved', sections: [], ...(to ? { to } : {}) }] : [];
  }
  const first = own.map((row) => row.first).sort()[0]!;
  const kind = now.kind as PageKind;
  const days = new Map<string, Set<string>>();
  for (const { address, kind: rowKind, changed, hash } of rows) {
    if (changed <= first || rowKind === 'walk' || (hash === undefined && isPageKind(rowKind))) continue;
    const found = hash === undefined ? resolver.resolve(address) : undefined;
    const place = found && 'to' in found && found.to.startsWith(`${page}.`) ? found.to : address;
    days.set(changed, (days.get(changed) ?? new Set()).add(sections?.get(place) ?? partOf(place, page).replace(/\.\d+$/, '')));
  }
  const order = [...new Set(sections?.values() ?? [])];
  const changes = [...days].map(([day, names]): PageChange => ({
    day,
    page,
    kind,
    what: 'changed',
    sections: [...names].filter(Boolean).sort((a, b) => order.indexOf(a) - order.indexOf(b)),
  }));
  return [...changes, { day: first, page, kind, what: 'published', sections: [] }];
}
