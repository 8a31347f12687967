import type { Locale } from '../model/locale.ts';
import { arrowsOf, conceptDependencies, isMapTooLarge } from '../model/concept-dependencies.ts';

/** Returns the concept map of a locale as Mermaid text; undefined without dependencies, or with too many. Nodes link to `kb:` addresses. */
export function conceptMap(locale: Locale, title: string, description: string): string | undefined {
  const all = conceptDependencies(locale);
  const edges = arrowsOf(locale);
  if (edges.length === 0 || isMapTooLarge(locale)) return undefined;
  const joined = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const nodes = all.map(({ concept }) => concept).filter(({ entry }) => joined.has(entry));
  return [
    'flowchart LR',
    `  accTitle: ${plain(title)}`,
    `  accDescr: ${plain(description)}`,
    ...nodes.map(({ entry, title: label }) => `  ${entry}["${plain(label)}"]`),
    ...edges.map(({ from, to }) => `  ${to} --> ${from}`),
    ...nodes.map(({ entry }) => `  click ${entry} href "kb:${entry}"`),
  ].join('\n');
}

/** Removes characters with a meaning in Mermaid. */
const plain = (text: string): string =>
  text
    .replace(/["`#;<>[\]{}|\\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
