/** Opens the fold that is the target of the URL or belongs to it. A reader can close it again, which a style for `:target` would prevent. */
function openTarget(): void {
  // The style `:target` applies only after this script has run.
  const target = document.getElementById(location.hash.slice(1));
  (target?.matches('h3') ? target.parentElement!.querySelector('.fold') : target?.closest('.fold'))?.setAttribute('open', '');
}

openTarget();
addEventListener('hashchange', openTarget);
// A link to the present target leaves the URL as it is.
addEventListener('click', ({ target }) => {
  const href = (target as Element).closest('a')?.getAttribute('href');
  if (href && new URL(href, location.href).href === location.href) openTarget();
});
