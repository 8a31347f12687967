/** The ledger: every address ever published, living or retired to an heir. */
import type { Address } from '../model/address.ts';

/** `<lang>/<address>`: an address has a text, and so a history, in each language. */
export type Key = string & { readonly brand?: 'Key' };

export type PageKind = 'front' | 'concept' | 'question' | 'decision' | 'source' | 'article';
export type PartKind = 'section' | 'block' | 'aside' | 'note' | 'node' | 'outcome' | 'point';

export interface Entry {
  kind: PageKind | PartKind;
  /** The day on which it was first published. */
  first: string;
  /** The day on which its words last changed; absent when they never did. A section's words are its title, a page's its title and summary. */
  changed?: string;
  /** Fingerprint of its words (`print.ts`). */
  print: string;
  /** Of a page: the names of its parts as they stood, in order; a block stands in the last section named before it. */
  order?: string;
  /** Of a page: the kinds it had before, each of which had another URL. */
  was?: PageKind[];
  /** Of a page: the pages that it was before, under other ids. It carries on their numbers, and gives none of them again. */
  from?: string[];
  /** Of a retired address: where it lands, and since when. That address may retire in its turn. */
  to?: Key;
  retired?: string;
}

/** Never changed in place: `update` makes a new one. */
export type Ledger = ReadonlyMap<Key, Entry>;

const PAGES: ReadonlySet<string> = new Set<PageKind>(['front', 'concept', 'question', 'decision', 'source', 'article']);

/** Tell whether a kind is one of pages. */
export const isPage = (kind: Entry['kind']): kind is PageKind => PAGES.has(kind);

/** Join a language, a page and the name of a part of it to a key. */
export const keyOf = (lang: string, page: string, name = ''): Key => (name ? `${lang}/${page}.${name}` : `${lang}/${page}`);

/** Take a key apart. The id of a page may hold dots (`agpl-3.0-s2`), so its kind must be known. */
export function partsOf(key: Key, kind: Entry['kind']): { lang: string; page: string; name: string } {
  const slash = key.indexOf('/');
  const dot = isPage(kind) ? -1 : key.indexOf('.', slash);
  const lang = key.slice(0, slash);
  return dot < 0 ? { lang, page: key.slice(slash + 1), name: '' } : { lang, page: key.slice(slash + 1, dot), name: key.slice(dot + 1) };
}

/** Give the address of a key. */
export const addressOf = (key: Key): Address => key.slice(key.indexOf('/') + 1);

/** Tell the section and the number of a block from its name; undefined for what bears a name given by hand. */
export function numberOf(name: string): { section: string; number: number } | undefined {
  const dot = name.lastIndexOf('.');
  const number = dot > 0 ? Number(name.slice(dot + 1)) : NaN;
  return Number.isInteger(number) ? { section: name.slice(0, dot), number } : undefined;
}

/** Follow an address to the living one it lands on; undefined when it is lost: unknown, led to nothing, or led in a circle. */
export function landingOf(ledger: Ledger, key: Key): Key | undefined {
  const seen = new Set<Key>();
  let at = key;
  while (!seen.has(at)) {
    seen.add(at);
    const entry = ledger.get(at);
    if (!entry?.to) return entry && at;
    at = entry.to;
  }
  return undefined;
}
