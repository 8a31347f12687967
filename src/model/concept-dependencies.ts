import { INTRO } from '../markdown/block-ids.ts';
import type { Target } from './address-index.ts';
import type { Locale } from './locale.ts';
import { perLocale } from './per-locale.ts';

/** A concept and the concepts that it depends on. */
export interface ConceptDependencies {
  concept: Target;
  on: Target[];
}

/** The id of the section that defines the concept. */
const DEFINITION = 'definition';

/**
 * Returns the dependencies of every concept, in reading order: the earlier concepts to which its intro or its definition links. An indirect
 * dependency is not listed.
 */
export const conceptDependencies = perLocale(({ pages, index, reading }): ConceptDependencies[] => {
  const order = reading.flatMap(({ entries }) => entries).filter(({ kind }) => kind === 'concept');
  const position = new Map(order.map(({ entry }, at) => [entry, at]));
  const all: ConceptDependencies[] = [];
  for (const [at, concept] of order.entries()) {
    const page = pages.get(concept.entry)!;
    const linked = new Set<number>();
    for (const { section, href } of page.links) {
      const resolved = section === INTRO || section === DEFINITION ? index.resolve(href, page) : undefined;
      const to = resolved && 'target' in resolved ? position.get(resolved.target.entry) : undefined;
      if (to !== undefined && to < at) linked.add(to);
    }
    const direct = [...linked].sort((a, b) => a - b);
    // All direct and indirect dependencies of the direct dependencies.
    const further = new Set(direct.flatMap((one) => all[one]!.on.map(({ entry }) => position.get(entry)!)));
    for (const one of further) for (const { entry } of all[one]!.on) further.add(position.get(entry)!);
    all.push({ concept, on: direct.filter((one) => !further.has(one)).map((one) => order[one]!) });
  }
  return all;
});

/**
 * The maximum number of concepts and arrows in the drawing. A larger map is too wide to read (200 concepts take 13,000 pixels), and Mermaid draws at
 * most 500 arrows. The list on the page of the map has no limit.
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
