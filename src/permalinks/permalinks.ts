/** Every address that was ever published, as a plain list: one file a page and language, one line an address. */
import type { Address } from '../model/address.ts';

export const PAGE_KINDS = ['front', 'concept', 'question', 'decision', 'source', 'article'] as const;
export const PART_KINDS = ['section', 'block', 'aside', 'note', 'node', 'outcome', 'point', 'paragraph', 'quote', 'walk'] as const;
export type PageKind = (typeof PAGE_KINDS)[number];
export type PartKind = (typeof PART_KINDS)[number];

/** One published address. */
export interface Permalink {
  /** `<page>`, `<page>.<part>`, or the path of a walk: `<tree>/<answer>/…`. */
  address: Address;
  kind: PageKind | PartKind;
  /** The day on which it was first published. */
  first: string;
  /** The day on which its text last changed, or on which it was removed. */
  changed: string;
  /** Hash of the text; undefined once the address is removed. */
  hash: string | undefined;
  /** Of a translation: the hash of the text in the first language that it was made from. */
  from?: string | undefined;
}

/** The addresses of one page in one language. */
export interface PagePermalinks {
  lang: string;
  page: string;
  rows: readonly Permalink[];
}

/** By `<lang>/<page>`. Never changed in place. */
export type Permalinks = ReadonlyMap<string, PagePermalinks>;

export const isPageKind = (kind: string): kind is PageKind => (PAGE_KINDS as readonly string[]).includes(kind);

export const pageKey = (lang: string, page: string): string => `${lang}/${page}`;

/** The part of an address after its page: `definition.2`, or empty for the page itself. */
export const partOf = (address: Address, page: string): string => address.slice(page.length + 1);

/** Identifies a row in its file. A page that changed its kind had another URL before, so it has a row for each kind. */
export const rowKey = ({ address, kind }: Pick<Permalink, 'address' | 'kind'>): string => (isPageKind(kind) ? `${address} ${kind}` : address);

/** Every row of every page and language. */
export const rowsOf = (permalinks: Permalinks): Permalink[] => [...permalinks.values()].flatMap(({ rows }) => [...rows]);

/** Compare addresses part by part, numbers as numbers. */
export function compareRows(a: Permalink, b: Permalink): number {
  return order.compare(sortKey(a), sortKey(b)) || (rowKey(a) < rowKey(b) ? -1 : 1);
}

const order = new Intl.Collator('en', { numeric: true });

/** The page first, then its parts, then the walks of a tree. */
const sortKey = ({ address, kind }: Permalink): string => (isPageKind(kind) ? '' : kind === 'walk' ? `1${address}` : `0${address}`);
