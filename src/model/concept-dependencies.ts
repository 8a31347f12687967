import { INTRO } from '../markdown/block-ids.ts';
import type { Target } from './address-index.ts';
import type { Locale } from './locale.ts';

/** A concept, and the concepts it leans on. */
export interface ConceptDependencies {
  concept: Target;
  on: Target[];
}

/** The section of a concept page that says what the thing is. */
const DEFINITION = 'definition';

/**
 * Tell which concept leans on which, in the reading order: on those before it that its opening or its definition links to,
 * less those that it leans on already through another.
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
