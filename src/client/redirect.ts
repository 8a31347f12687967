/** Redirects from the old URL of a page to the new URL of the fragment, or else of the page. The old URL is not kept in the history. */
import { decoded } from './decoded.ts';

const anchor = location.hash && document.getElementById(decoded(location.hash.slice(1)));
const link = (anchor && anchor.querySelector('a')) || document.querySelector<HTMLAnchorElement>('a.redirect');
if (link) location.replace(link.href);
