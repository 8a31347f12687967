/** Searches on the 404 page for the words of the URL. */
import { decoded } from './decoded.ts';

/** Returns the words of a path, without its parent page and without a file extension. */
function queryOf(path: string, pages: readonly string[]): string {
  const known = pages.filter((page) => path.startsWith(page) && path !== page);
  return decoded(path.slice(Math.max(0, ...known.map((page) => page.length))))
    .replace(/\.\w{2,5}$/, '')
    .split(/[^\p{L}\p{N}.]+/u)
    .filter((word) => word.length > 1 && word !== '404')
    .slice(-6)
    .join(' ');
}

const { base = '/', roots = '{}' } = document.querySelector<HTMLElement>('main search-panel')?.dataset ?? {};
/** The main pages, below the root of each language. */
const sections = [...document.querySelectorAll<HTMLAnchorElement>('.site-header a')].map(({ pathname }) => pathname.slice(base.length));
const known = Object.values(JSON.parse(roots) as Record<string, string>).flatMap((root) => ['', ...sections].map((section) => root + section));
const query = queryOf(location.pathname, [base, ...known]);
// The search panel reads its query from the URL at its start and on `popstate`.
if (query && !new URLSearchParams(location.search).has('q')) {
  history.replaceState(null, '', `?q=${encodeURIComponent(query)}${location.hash}`);
  dispatchEvent(new PopStateEvent('popstate'));
}
