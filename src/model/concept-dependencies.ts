import { INTRO } from '../markdown/block-ids.ts';
import type { Target } from './address-index.ts';
import type { Locale } from './locale.ts';

/** A concept and the concepts that it depends on. */
export interface ConceptDependencies {
  concept: Target;
  on: Target[];
}

/** The id of the section that defines the concept. */
const DEFINITION = 'definition';

/**
 * Returns the dependencies of every concept, in reading order: the earlier concepts that its intro or its definition links to, without
 * those that another dependency already depends on.
 */
export function conceptDependencies({ pages, index, reading }: Locale): ConceptDependencies[] {
  const order = reading.flatMap(({ entries }) => entries).filter(({ kind }) => kind === 'concept');
  const below = new Map<string, Set<string>>();
  return order.map((concept, at) => {
    const page = pages.get(concept.entry)!;
    const linked = new Set(
      page.links
        .filter(({ section }) => section === INTRO || section === DEFINITION)
        .flatMap(({ href }) => {
          const found = index.resolve(href, page);
          return found && 'target' in found ? [found.target.entry] : [];
        }),
    );
    const direct = order.slice(0, at).filter(({ entry }) => linked.has(entry));
    const on = direct.filter(({ entry }) => !direct.some((other) => below.get(other.entry)!.has(entry)));
    below.set(concept.entry, new Set(direct.flatMap(({ entry }) => [entry, ...below.get(entry)!])));
    return { concept, on };
  });
}

/**
 * The most concepts and arrows that are drawn. A larger map is wider than a reader can follow (200 concepts take 13,000 pixels), and Mermaid
 * ends at 500 arrows. The list on the page of the map has no limit.
 */
const MAP_LIMIT = { concepts: 120, arrows: 300 };

/** The arrows of the concept map. */
export const arrowsOf = (locale: Locale): { from: string; to: string }[] =>
  conceptDependencies(locale).flatMap(({ concept, on }) => on.map((other) => ({ from: concept.entry, to: other.entry })));

/** Whether the concept map is too large to be drawn. */
export function isMapTooLarge(locale: Locale): boolean {
  const arrows = arrowsOf(locale);
  return arrows.length > MAP_LIMIT.arrows || new Set(arrows.flatMap(({ from, to }) => [from, to])).size > MAP_LIMIT.concepts;
}
