import { CACHING, SECURITY, TYPES } from './headers.ts';

/** The hashed files of CACHING and the types of TYPES, as paths of `_headers`, which can contain one `*` and no patterns. */
const PATHS: readonly { path: string; header: string; value: string }[] = [
  ...['_astro/*', 'search-index/:version/:file', 'pagefind/index/*', 'offline/:file'].map((path) => ({
    path,
    header: 'Cache-Control',
    value: CACHING[0]!.value,
  })),
  { path: '*.md', header: 'Content-Type', value: TYPES.md! },
  { path: '*.pack', header: 'Content-Type', value: TYPES.pack! },
];

/**
 * Returns `_headers` of Netlify and Cloudflare Pages. For pages, both set `max-age=0, must-revalidate` by default. They join the values of a header
 * that two rules set, so only hashed files have a rule for caching here.
 */
export function headersFile(base: string): string {
  const security = Object.entries(SECURITY).map(([name, value]) => `  ${name}: ${value}\n`);
  const rules = PATHS.map(({ path, header, value }) => `${base}${path}\n  ${header}: ${value}\n`);
  return [`${base}*\n`, ...security, ...rules].join('');
}
