/** The links to a page in another language open the passage that the reader is at. Without scripts they lead to the page. */
document.addEventListener('click', ({ target }) => {
  const link = (target as Element).closest<HTMLAnchorElement>(':is(.site-header, .site-footer) a[hreflang]');
  if (link) link.hash = passageInView();
});

/** The fragment of the passage at the top of the window: that of the URL if it is still there, else of the first in sight. Empty at the top of a page. */
function passageInView(): string {
  if (scrollY < 40) return location.hash;
  const named = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (named && isInView(named)) return location.hash;
  const passages = [...document.querySelectorAll('main [id]:not(.redirect-anchor)')].filter((one) => one.getClientRects().length > 0);
  return passages.find(isInView)?.id ?? '';
}

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 60 && top < innerHeight;
}
