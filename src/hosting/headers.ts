/**
 * The HTTP headers of the site, in one table. `npm start`, `_headers`, deploy/nginx.conf and deploy/Caddyfile all come from it.
 * Paths are those under the base path of the site, without a slash at the beginning.
 */
import { CSP } from '../head/csp.ts';

/** Headers of every response. The policy repeats that of the pages and adds the one directive that browsers ignore in a page. */
export const SECURITY: Readonly<Record<string, string>> = {
  'Content-Security-Policy': `${CSP}; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** Two years, in seconds, for a host that always uses HTTPS. Do not set it on localhost or on a host with other sites. */
export const HSTS = 'max-age=63072000';

/** The caching rules for browsers. The first pattern that matches the path counts. */
export const CACHING: readonly { pattern: RegExp; value: string }[] = [
  // The name of such a file changes with its content.
  { pattern: /^_astro\//, value: 'public, max-age=31536000, immutable' },
  { pattern: /^search-index\/[0-9a-f]+\//, value: 'public, max-age=31536000, immutable' },
  { pattern: /^pagefind\/.+_[0-9a-f]+\.(?:pf_index|pf_meta)$/, value: 'public, max-age=31536000, immutable' },
  { pattern: /^offline\/[0-9a-f]+\.pack$/, value: 'public, max-age=31536000, immutable' },
  { pattern: /\.(?:png|svg)$/, value: 'public, max-age=86400' },
  // Browsers request pages and lists again each time; most responses are a short 304.
  { pattern: /^/, value: 'no-cache' },
];

/** The type of a file by its extension. A text without a charset would be read as Latin-1. */
export const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  woff2: 'font/woff2',
  pdf: 'application/pdf',
  pack: 'application/octet-stream',
  wasm: 'application/wasm',
  pf_index: 'application/octet-stream',
  pf_meta: 'application/octet-stream',
};

/** Extensions of files that become smaller when they are compressed. */
export const COMPRESSED = ['html', 'css', 'js', 'json', 'md', 'txt', 'xml', 'svg', 'wasm'];

export const extensionOf = (path: string): string => /\.([^./]+)$/.exec(path)?.[1] ?? '';

export const typeOf = (path: string): string => TYPES[extensionOf(path)] ?? 'application/octet-stream';

export const cachingOf = (path: string): string => CACHING.find(({ pattern }) => pattern.test(path))!.value;

/** Every header of a file of the site. */
export const headersOf = (path: string): Record<string, string> => ({
  ...SECURITY,
  'Cache-Control': cachingOf(path),
  'Content-Type': typeOf(path),
});

/** Converts a pattern for paths below the base path to the source of a pattern for whole paths. */
export function patternUnder(base: string, { source }: RegExp): string {
  const pattern = source.replaceAll('\\/', '/');
  return pattern.startsWith('^') ? `^${base.replaceAll('.', '\\.')}${pattern.slice(1)}` : pattern;
}
