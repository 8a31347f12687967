import { isPage, landingOf, keyOf, partsOf, type Entry, type Ledger, type PageKind } from './ledger.ts';
import { shelve, standingOn, type Shelf } from './shelf.ts';

/** What happened to a page on a day. */
export interface Change {
  /** `YYYY-MM-DD`. */
  day: string;
  /** The id of the page; of one that moved, its old id. */
  page: string;
  kind: PageKind;
  what: 'published' | 'changed' | 'moved';
  /** The sections with new or other words, in order; empty for a page that is new or moved. */
  sections: string[];
  /** Where a page that moved is now. */
  to?: string;
}

/**
 * List what was published, changed and moved in a language, the latest day first, pages in the order of the ledger. A ledger keeps
 * the last change of each address, so an earlier change of the same passage is no longer told.
 */
export function changesIn(ledger: Ledger, lang: string): Change[] {
  const made = known.get(ledger)?.get(lang);
  if (made) return made;
  const shelves = [...shelve(ledger).values()].filter((shelf) => shelf.lang === lang && shelf.page);
  const changes = shelves.flatMap((shelf) => changesOf(shelf, ledger)).sort((a, b) => (a.day > b.day ? -1 : Number(a.day < b.day)));
  known.set(ledger, (known.get(ledger) ?? new Map<string, Change[]>()).set(lang, changes));
  return changes;
}

/** The work is done once for each ledger and language. */
const known = new WeakMap<Ledger, Map<string, Change[]>>();

function changesOf(shelf: Shelf, ledger: Ledger): Change[] {
  const { id, lang } = shelf;
  const page = shelf.page!;
  const kind = page.kind as PageKind;
  if (page.to) {
    const landing = landingOf(ledger, keyOf(lang, id));
    const to = landing && partsOf(landing, ledger.get(landing)!.kind).page;
    return [{ day: page.retired!, page: id, kind, what: 'moved', sections: [], ...(to && to !== id ? { to } : {}) }];
  }
  const days = new Map<string, Set<string>>();
  const note = (day: string | undefined, section: string): void => {
    if (!day || day <= page.first) return;
    days.set(day, (days.get(day) ?? new Set()).add(section));
  };
  note(page.changed, '');
  for (const { section, entry } of standingOn(shelf)) note(lastDay(entry), section);
  for (const { to, retired } of shelf.parts.values()) {
    const landing = to && ledger.get(to);
    if (landing && !isPage(landing.kind) && partsOf(to, landing.kind).page === id) note(retired, sectionOf(shelf, partsOf(to, landing.kind).name));
  }
  const changes = [...days].map(([day, sections]): Change => ({ day, page: id, kind, what: 'changed', sections: [...sections].filter(Boolean) }));
  return [...changes, { day: page.first, page: id, kind, what: 'published', sections: [] }];
}

const lastDay = ({ first, changed }: Entry): string => (changed && changed > first ? changed : first);

const sectionOf = (shelf: Shelf, name: string): string => standingOn(shelf).find((one) => one.name === name)?.section ?? '';
