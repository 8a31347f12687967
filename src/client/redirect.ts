/** Lead on from the old URL of a page to where the passage of the fragment is now; Back skips this page. */
const named = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
const onward = (named && named.querySelector('a')) || document.querySelector<HTMLAnchorElement>('a.onward');
if (onward) location.replace(onward.href);
