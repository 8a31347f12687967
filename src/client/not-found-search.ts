/** On the page of an address that leads nowhere: search for the words of the address. */

/** Give the words of a path, without the page it stands under and without the end of a file name. */
function wordsOf(path: string, pages: readonly string[]): string {
  const known = pages.filter((page) => path.startsWith(page) && path !== page);
  let rest = path.slice(Math.max(0, ...known.map((page) => page.length)));
  try {
    rest = decodeURIComponent(rest);
  } catch {
    // A broken escape is searched for as it stands.
  }
  return rest
    .replace(/\.\w{2,5}$/, '')
    .split(/[^\p{L}\p{N}.]+/u)
    .filter((word) => word.length > 1 && word !== '404')
    .slice(-6)
    .join(' ');
}

const { base = '/' } = document.querySelector<HTMLElement>('main search-panel')?.dataset ?? {};
const rooms = [...document.querySelectorAll<HTMLAnchorElement>('.masthead a')].map(({ pathname }) => pathname);
const words = wordsOf(location.pathname, [base, ...rooms]);
// The search page reads its query from the address, when it starts and whenever the address changes.
if (words && !new URLSearchParams(location.search).has('q')) {
  history.replaceState(null, '', `?q=${encodeURIComponent(words)}${location.hash}`);
  dispatchEvent(new PopStateEvent('popstate'));
}
