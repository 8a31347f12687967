/** Makes a supporting browser prefetch a page of this site on hover over its link. The CSP allows such rules, but no other inline script. */
function addSpeculationRules(base: string): void {
  if (!HTMLScriptElement.supports?.('speculationrules')) return;
  const script = document.createElement('script');
  script.type = 'speculationrules';
  const where = { and: [{ href_matches: `${base}*` }, { not: { href_matches: `${base}*.*` } }] };
  script.textContent = JSON.stringify({ prefetch: [{ where, eagerness: 'moderate' }] });
  document.head.append(script);
}

addSpeculationRules(document.querySelector<HTMLAnchorElement>('.site-header .name')!.pathname.replace(/[a-z]{2}\/$/, ''));
