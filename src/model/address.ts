import { dirname, join } from 'node:path/posix';

/** Addresses and URLs: every conversion between them stands here. */

/** `<entry>` or `<entry>.<section>`: the name of a place that outlives its wording. */
export type Address = string & { readonly brand?: 'Address' };

/** A URL of this site, beginning with the base path. */
export type Href = string & { readonly brand?: 'Href' };

export type TargetKind =
  'front' | 'concept' | 'question' | 'decision' | 'source' | 'point' | 'section' | 'note' | 'node' | 'article' | 'paragraph' | 'quote';

const SEGMENTS = { concept: 'concepts', question: 'questions', source: 'sources', decision: 'decide' } as const;

export interface SiteRoutes {
  /** Begins and ends with a slash. */
  base: string;
  /** The languages; the first has no prefix. */
  languages: readonly string[];
}

/** Give the URL of a room of the site, such as `sources/` or `decide/reach/yes/`, in a language. */
export function hrefOf(routes: SiteRoutes, lang: string, path: string): Href {
  return `${routes.base}${lang === routes.languages[0] ? '' : `${lang}/`}${path}`;
}

/** Give the path of an entry under its language. */
export function pathOf(kind: keyof typeof SEGMENTS | 'front' | 'article', id: string): string {
  if (kind === 'front') return '';
  if (kind === 'article') return 'article/';
  return `${SEGMENTS[kind]}/${id}/`;
}

/** Take the language off the path of a file: the same page stands under the same name in every language. */
export const withoutLanguage = (file: string): string => file.replace(/^[a-z]{2}\//, '');

/** Split an address at its first dot. */
export function splitAddress(address: Address): { entry: string; section: string | undefined } {
  const dot = address.indexOf('.');
  return dot < 0 ? { entry: address, section: undefined } : { entry: address.slice(0, dot), section: address.slice(dot + 1) };
}

/** What a link in a page means: a place of this site by address or by file, something unreadable, or another site. */
export type ParsedLink = { address: Address } | { file: string; section: string | undefined } | { unreadable: true } | { external: true };

/** Read a link as it stands in a page: `kb:` and an address, a file beside it, a `#fragment`, or another site. */
export function parseLink(href: string, page: { id: string; file: string }): ParsedLink {
  if (href.startsWith('kb:')) return { address: href.slice(3).replace('#', '.') };
  if (/^(?:https?:\/\/[^/]|mailto:.|tel:.)/i.test(href)) return { external: true };
  if (href.startsWith('#')) return { address: `${page.id}.${href.slice(1)}` };
  const [path = '', section] = href.split('#');
  if (!/\.(?:mdx|yaml)$/.test(path) || path.startsWith('/')) return { unreadable: true };
  return { file: join(dirname(page.file), path), section };
}
