import { dirname, join } from 'node:path/posix';
import { isUrl } from '../schema/url.ts';

/** Conversions between addresses, paths and URLs. */

/** `<entry>` or `<entry>.<section>`: a permanent name that does not depend on the title. */
export type Address = string & { readonly brand?: 'Address' };

/** A URL path of this site, with the base path. */
export type Href = string & { readonly brand?: 'Href' };

export type TargetKind =
  'front' | 'concept' | 'question' | 'decision' | 'source' | 'point' | 'section' | 'note' | 'node' | 'article' | 'paragraph' | 'quote';

const SEGMENTS = { concept: 'concepts', question: 'questions', source: 'sources', decision: 'decide' } as const;

export interface SiteRoutes {
  /** The base path, with a slash at both ends. */
  base: string;
  /** The languages. The URLs of the first have no prefix. */
  languages: readonly string[];
}

/** Returns the URL of a path such as `sources/` or `decide/reach/yes/` in a language. */
export function hrefOf(routes: SiteRoutes, lang: string, path: string): Href {
  return `${routes.base}${lang === routes.languages[0] ? '' : `${lang}/`}${path}`;
}

/** Returns the URL of a file of the folder public, from its path there. */
export const assetHref = ({ base }: Pick<SiteRoutes, 'base'>, path: string): Href => (/^\/[^/]/.test(path) ? base + path.slice(1) : path);

/** Returns the path of an entry below the language. */
export function pathOf(kind: keyof typeof SEGMENTS | 'front' | 'article', id: string): string {
  if (kind === 'front') return '';
  if (kind === 'article') return 'article/';
  return `${SEGMENTS[kind]}/${id}/`;
}

/** Removes the language from the path of a file. The rest is the same in every language. */
export const withoutLanguage = (file: string): string => file.replace(/^[a-z]{2}\//, '');

/** Splits an address at its first dot. */
export function splitAddress(address: Address): { entry: string; section: string | undefined } {
  const dot = address.indexOf('.');
  return dot < 0 ? { entry: address, section: undefined } : { entry: address.slice(0, dot), section: address.slice(dot + 1) };
}

/** A parsed link: to an address, to a content file, to a file of the folder public, to another site, or one that is not valid. */
export type ParsedLink =
  | { address: Address }
  | { file: string; section: string | undefined }
  | { asset: string }
  | { external: true }
  | { unreadable: true }
  | { noUrl: true };

/** Parses a link of a page: `kb:` and an address, a relative path, a `#fragment`, or a URL of another site. */
export function parseLink(href: string, page: { id: string; file: string }): ParsedLink {
  if (href.startsWith('kb:')) return { address: href.slice(3).replace('#', '.') };
  if (/^(?:https?:\/\/|mailto:|tel:)/i.test(href)) return isUrl(href) ? { external: true } : { noUrl: true };
  if (href.startsWith('#')) return { address: `${page.id}.${href.slice(1)}` };
  const [path = '', section] = href.split('#');
  if (/^\/(?:[^/]+\/)*[^/]+\.\w+$/.test(path) && !/\.(?:mdx?|ya?ml|html?)$/.test(path)) return { asset: path };
  if (!/\.(?:mdx|yaml)$/.test(path) || path.startsWith('/')) return { unreadable: true };
  return { file: join(dirname(page.file), path), section };
}
