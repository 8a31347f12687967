/** The permalinks: a list of all addresses that were ever published, one file per page and language, one line per address. */
import type { Address } from '../model/address.ts';

const PAGE_KINDS = ['front', 'concept', 'question', 'decision', 'source', 'article'] as const;
export const PART_KINDS = ['section', 'block', 'aside', 'note', 'node', 'outcome', 'point', 'paragraph', 'quote', 'walk'] as const;
export type PageKind = (typeof PAGE_KINDS)[number];
export type PartKind = (typeof PART_KINDS)[number];

/** A published address. */
export interface Permalink {
  /** `<page>`, `<page>.<part>`, or a path through a tree: `<tree>/<answer>/…`. */
  address: Address;
  kind: PageKind | PartKind;
  /** The date of its first publication. */
  first: string;
  /** The date of its last change or of its removal. */
  changed: string;
  /** Hash of the text; undefined for a removed address. */
  hash: string | undefined;
  /** For a translation, the hash of the original (in the first language) from which it was made. */
  from?: string | undefined;
}

/** The addresses of one page in one language. */
export interface PagePermalinks {
  lang: string;
  page: string;
  rows: readonly Permalink[];
}

/** Permalinks by `<lang>/<page>`. Immutable. */
export type Permalinks = ReadonlyMap<string, PagePermalinks>;

export const isPageKind = (kind: string): kind is PageKind => (PAGE_KINDS as readonly string[]).includes(kind);

export const pageKey = (lang: string, page: string): string => `${lang}/${page}`;

/** Returns the part of an address after its page: `definition.2`; empty for the page itself. */
export const partOf = (address: Address, page: string): string => address.slice(page.length + 1);

/** Returns the key of a row in its file. A page that changed its kind has a row for each kind, because each had its own URL. */
export const rowKey = ({ address, kind }: Pick<Permalink, 'address' | 'kind'>): string => (isPageKind(kind) ? `${address} ${kind}` : address);

/** Returns all rows. */
export const rowsOf = (permalinks: Permalinks): Permalink[] => [...permalinks.values()].flatMap(({ rows }) => [...rows]);

/** Compares addresses part by part, numbers by value. */
export function compareRows(a: Permalink, b: Permalink): number {
  return order.compare(sortKey(a), sortKey(b)) || (rowKey(a) < rowKey(b) ? -1 : 1);
}

const order = new Intl.Collator('en', { numeric: true });

/** Sorts the page first, then its parts, then the paths of a tree. */
const sortKey = ({ address, kind }: Permalink): string => (isPageKind(kind) ? '' : kind === 'walk' ? `1${address}` : `0${address}`);
