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
