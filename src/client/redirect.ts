/** Redirects from the old URL of a page to the new URL of the fragment. It replaces the entry in the history. */
const anchor = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
const link = (anchor && anchor.querySelector('a')) || document.querySelector<HTMLAnchorElement>('a.redirect');
if (link) location.replace(link.href);
