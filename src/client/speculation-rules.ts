/** Tells a browser that can to fetch a page of this site as soon as somebody turns to its link. The policy allows such rules and no other script in a page. */
function speculate(base: string): void {
  if (!HTMLScriptElement.supports?.('speculationrules')) return;
  const script = document.createElement('script');
  script.type = 'speculationrules';
  const where = { and: [{ href_matches: `${base}*` }, { not: { href_matches: `${base}*.*` } }] };
  script.textContent = JSON.stringify({ prefetch: [{ where, eagerness: 'moderate' }] });
  document.head.append(script);
}

speculate(document.querySelector<HTMLAnchorElement>('.masthead .name')!.pathname.replace(/[a-z]{2}\/$/, ''));
