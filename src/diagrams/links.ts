/**
 * Replaces the target of every link to an address (`kb:…` or `#…`) in a cleaned SVG. No parser is needed, and loading SVGO's takes 0.2 s: SVGO has
 * escaped `<`, `>` and quotes in all texts and attributes. `target` returns a URL of this site, which needs no escaping.
 */
export const mapLinks = (svg: string, target: (href: string) => string): string =>
  svg.replace(/(<a (?:[^>]* )?href=")((?:kb:|#)[^"]*)/g, (_, before: string, href: string) => before + target(href));
