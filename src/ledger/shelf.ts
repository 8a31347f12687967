import { isPage, keyOf, numberOf, partsOf, type Entry, type Key, type Ledger } from './ledger.ts';

/** All that the ledger holds of one page in one language. */
export interface Shelf {
  key: Key;
  lang: string;
  id: string;
  /** The page's own entry; undefined when its line is missing. */
  page: Entry | undefined;
  /** The entries of its parts, by name. */
  parts: Map<string, Entry>;
}

/** A part of a page as it stood when the ledger was last written. */
export interface Standing {
  name: string;
  section: string;
  entry: Entry;
}

const known = new WeakMap<Ledger, Map<Key, Shelf>>();

/** Sort a ledger by pages; the work is done once for each ledger. */
export function shelve(ledger: Ledger): Map<Key, Shelf> {
  const made = known.get(ledger);
  if (made) return made;
  const shelves = new Map<Key, Shelf>();
  for (const [key, entry] of ledger) {
    const { lang, page: id, name } = partsOf(key, entry.kind);
    const at = keyOf(lang, id);
    let shelf = shelves.get(at);
    if (!shelf) shelves.set(at, (shelf = { key: at, lang, id, page: undefined, parts: new Map() }));
    if (isPage(entry.kind)) shelf.page = entry;
    else shelf.parts.set(name, entry);
  }
  known.set(ledger, shelves);
  return shelves;
}

/** List the living parts of a page in the order in which they stood. What the order does not name, after a merge say, follows its section. */
export function standingOn(shelf: Shelf): Standing[] {
  const { parts } = shelf;
  const listed = shelf.page?.order?.split(' ') ?? [];
  const names = new Set(listed);
  const standings: Standing[] = [];
  let section = '';
  const stand = (name: string): void => {
    const entry = parts.get(name);
    if (!entry || entry.to) return;
    if (entry.kind === 'section') section = name;
    standings.push({ name, section, entry });
  };
  for (const name of listed) stand(name);
  for (const name of parts.keys()) {
    if (names.has(name)) continue;
    section = numberOf(name)?.section ?? '';
    stand(name);
  }
  return standings;
}

/** Find the highest number that a section ever gave to a block, over all languages of the pages named. */
export function highestNumbers(shelves: Iterable<Shelf>): Map<string, number> {
  const highest = new Map<string, number>();
  for (const { parts } of shelves) {
    for (const [name, { kind }] of parts) {
      const block = kind === 'block' && numberOf(name);
      if (block) highest.set(block.section, Math.max(highest.get(block.section) ?? 0, block.number));
    }
  }
  return highest;
}
