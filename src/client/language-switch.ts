/** Links to a page in another language keep the query and open the passage that is in view. Without scripts they open the top of the page. */
import { decoded } from './decoded.ts';

document.addEventListener('click', ({ target }) => {
  const link = (target as Element).closest<HTMLAnchorElement>(':is(.site-header, .site-footer) a[hreflang]');
  if (link) Object.assign(link, { search: location.search, hash: passageInView() });
});

/** The letters of a list of terms are not those of another language. */
const LETTER = '[id^="letter-"]';

/** Returns the fragment of the URL if the page is scrolled to the top or the target is in view; otherwise the id of the first visible passage. */
function passageInView(): string {
  const named = document.getElementById(decoded(location.hash.slice(1)));
  const hash = named?.matches(LETTER) ? '' : location.hash;
  if (scrollY < 40) return hash;
  if (hash && named && isInView(named)) return hash;
  const passages = [...document.querySelectorAll(`main [id]:not(.redirect-anchor, ${LETTER})`)].filter((one) => one.getClientRects().length > 0);
  return passages.find(isInView)?.id ?? '';
}

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 60 && top < innerHeight;
}
