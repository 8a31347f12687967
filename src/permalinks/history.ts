import type { Site } from '../model/site.ts';
import type { FormerWording, FormerWordings } from './former-wordings.ts';
import { isPageKind, pageKey, partOf, type PageKind, type PagePermalinks, type Permalinks } from './permalinks.ts';
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
  /** The passages whose former wording was kept. */
  wordings: Wording[];
}

/** The former and the new wording of a passage. */
export interface Wording {
  address: string;
  was: string;
  /** Undefined for a removed passage. */
  now: string | undefined;
}

/**
 * Returns the changes of a language, newest first. The permalinks only store the last change of each address; earlier changes of a passage are known
 * only if the former wording was kept.
 */
export function historyOf(permalinks: Permalinks, site: Site, resolver: Resolver, lang: string, former: FormerWordings = new Map()): PageChange[] {
  const snapshot = snapshotOf(site).filter((one) => one.lang === lang);
  const texts = new Map(snapshot.flatMap(({ addresses }) => addresses.map(({ address, text }) => [address, text])));
  const sections = new Map(snapshot.map(({ page, addresses }) => [page, new Map(addresses.map(({ address, section }) => [address, section]))]));
  return [...permalinks.values()]
    .filter((one) => one.lang === lang)
    .sort((a, b) => (a.page < b.page ? -1 : 1))
    .flatMap((one) => {
      const own = former.get(pageKey(lang, one.page)) ?? [];
      return changesOf(one, own, sections.get(one.page), resolver).map((change) => ({ ...change, wordings: wordingsOn(change, own, texts) }));
    })
    .sort((a, b) => (a.day > b.day ? -1 : Number(a.day < b.day)));
}

/** Returns the changed wordings of a day: each former wording with the wording that replaced it. */
function wordingsOn({ day, what }: Bare, former: readonly FormerWording[], texts: ReadonlyMap<string, string>): Wording[] {
  if (what !== 'changed') return [];
  return former.flatMap(({ address, until, text }) => {
    if (until !== day) return [];
    const later = former.filter((one) => one.address === address && one.until > until).sort((a, b) => (a.until < b.until ? -1 : 1));
    const now = later[0]?.text ?? texts.get(address);
    return now === text ? [] : [{ address, was: text, now }];
  });
}

type Bare = Omit<PageChange, 'wordings'>;

function changesOf(
  { page, rows }: PagePermalinks,
  former: readonly FormerWording[],
  sections: ReadonlyMap<string, string> | undefined,
  resolver: Resolver,
): Bare[] {
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
  const gone = new Map(rows.map((row) => [row.address, row.hash === undefined]));
  const earlier = former.map(({ address, until }) => ({ address, kind: 'block' as const, changed: until, hash: gone.get(address) ? undefined : '' }));
  for (const { address, kind: rowKind, changed, hash } of [...rows, ...earlier]) {
    if (changed <= first || rowKind === 'walk' || (hash === undefined && isPageKind(rowKind))) continue;
    const found = hash === undefined ? resolver.resolve(address) : undefined;
    const place = found && 'to' in found && found.to.startsWith(`${page}.`) ? found.to : address;
    days.set(changed, (days.get(changed) ?? new Set()).add(sections?.get(place) ?? partOf(place, page).replace(/\.\d+$/, '')));
  }
  const order = [...new Set(sections?.values() ?? [])];
  const changes = [...days].map(([day, names]): Bare => ({
    day,
    page,
    kind,
    what: 'changed',
    sections: [...names].filter(Boolean).sort((a, b) => order.indexOf(a) - order.indexOf(b)),
  }));
  return [...changes, { day: first, page, kind, what: 'published', sections: [] }];
}
