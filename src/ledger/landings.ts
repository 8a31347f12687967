import type { Address } from '../model/address.ts';
import { addressOf, isPage, keyOf, landingOf, numberOf, partsOf, type Entry, type Key, type Ledger, type PageKind } from './ledger.ts';
import { shelve, type Shelf } from './shelf.ts';

/** An old address of a page that is there, and where on it the reader is put. */
export interface Landed {
  /** The fragment of the old address. */
  name: string;
  /** The element of the page that it lands on; empty for the top of the page. */
  on: string;
  /** The passage's address, when it went to another page: `on` is then the place where it was. */
  elsewhere: Address | undefined;
  /** The day on which it moved; undefined when it did not move and stands in another language only. */
  since: string | undefined;
}

/**
 * List the addresses that once were on a page and are not elements of it now, with the element that each lands on. `lang` is that of the
 * page's text, `edition` that of the readers it is shown to, `first` the one whose page stands in where another is missing.
 */
export function retiredOn(ledger: Ledger, page: { id: string; lang: string }, edition = page.lang, first = edition): Landed[] {
  const shelves = shelve(ledger);
  const tried = [...new Set([page.lang, edition, first])].flatMap((lang) => shelves.get(keyOf(lang, page.id)) ?? []);
  const shown = shelves.get(keyOf(page.lang, page.id));
  if (!shown) return [];
  const isThere = (name: string): boolean => shown.parts.has(name) && !shown.parts.get(name)!.to;
  const landed: Landed[] = [];
  for (const name of new Set(tried.flatMap(({ parts }) => [...parts.keys()]))) {
    if (isThere(name)) continue;
    const shelf = tried.find(({ parts }) => parts.has(name))!;
    const to = landingOf(ledger, keyOf(shelf.lang, page.id, name)) ?? shown.key;
    const target = partsOf(to, ledger.get(to)!.kind);
    const here = target.page === page.id;
    const on = here ? nearestOf(target.name, isThere) : nearestOf(placeOf(ledger, shelf, name), isThere);
    landed.push({ name, on, elsewhere: here ? undefined : addressOfLanding(target), since: shelf.parts.get(name)!.retired });
  }
  return landed;
}

const addressOfLanding = ({ page, name }: { page: string; name: string }): Address => (name ? `${page}.${name}` : page);

/** Give the name, or that of its section, or none. */
const nearestOf = (name: string, isThere: (name: string) => boolean): string =>
  [name, numberOf(name)?.section ?? ''].find((one) => one && isThere(one)) ?? '';

/** Name the place on its old page of a passage that went to another one: its section, or what became of that. */
function placeOf(ledger: Ledger, { lang, id }: Shelf, name: string): string {
  const section = numberOf(name)?.section ?? name;
  const to = landingOf(ledger, keyOf(lang, id, section));
  const target = to && partsOf(to, ledger.get(to)!.kind);
  return target?.page === id ? target.name : '';
}

/** List the addresses that are no more, but for blocks, each with the living one on which it lands. */
export function retiredAddresses(ledger: Ledger): { lang: string; address: Address; to: Address }[] {
  return [...ledger].flatMap(([key, { kind, to }]) => {
    const landing = to && kind !== 'block' && landingOf(ledger, key);
    return landing ? [{ lang: key.slice(0, key.indexOf('/')), address: addressOf(key), to: addressOf(landing) }] : [];
  });
}

/** A page that is no longer at its old URL. */
export interface MovedPage {
  lang: string;
  id: string;
  /** The kind that it had there, and so the room of its old URL. */
  kind: PageKind;
  to: Address;
  since: string | undefined;
  /** Where each of its fragments lands. */
  fragments: Map<string, Address>;
}

/** List the pages whose old URLs are to forward, in each language, fragments included. */
export function movedPages(ledger: Ledger, languages: readonly string[]): MovedPage[] {
  const shelves = shelve(ledger);
  const first = languages[0]!;
  const moved: MovedPage[] = [];
  for (const lang of new Set([...languages, ...[...shelves.values()].map((shelf) => shelf.lang)])) {
    for (const { id, lang: own } of shelves.values()) {
      const shelf = shelves.get(keyOf(lang, id)) ?? shelves.get(keyOf(first, id));
      if (!shelf?.page || (own !== lang && (own !== first || shelf.lang !== first))) continue;
      const { kind, was = [], to, retired } = shelf.page;
      const landing = landingOf(ledger, shelf.key) ?? shelf.key;
      const stays = partsOf(landing, ledger.get(landing)!.kind).page === id && languages.includes(lang);
      const there = stays && isPage(ledger.get(landing)!.kind) ? ledger.get(landing)!.kind : undefined;
      for (const old of [kind, ...was].filter(isRoom))
        if (old !== there)
          moved.push({ lang, id, kind: old, to: addressAt(ledger, landing), since: to && retired, fragments: fragmentsOf(ledger, shelf) });
    }
  }
  return moved;
}

const isRoom = (kind: Entry['kind']): kind is PageKind => isPage(kind);

function fragmentsOf(ledger: Ledger, { lang, id, parts }: Shelf): Map<string, Address> {
  return new Map([...parts.keys()].map((name) => [name, addressAt(ledger, landingOf(ledger, keyOf(lang, id, name)) ?? keyOf(lang, id))]));
}

const addressAt = (ledger: Ledger, key: Key): Address => addressOfLanding(partsOf(key, ledger.get(key)!.kind));
