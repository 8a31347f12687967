import type { IndexReader } from './index-reader.ts';
import type { Ranked } from './ranking.ts';

/** The facets of results. */
export interface Facets {
  kind: string;
  certainty: string;
  jurisdiction: string;
  language: string;
}

export const FACETS = ['kind', 'certainty', 'jurisdiction', 'language'] as const;
export type Facet = (typeof FACETS)[number];
export type ChosenFacets = Partial<Record<Facet, string>>;

/** Returns the facets of a record. */
function facetsOf(reader: IndexReader, record: number): Facets {
  const [language, certainty, jurisdiction] = reader.facetValuesOf(record);
  return { kind: reader.kindOf(record), certainty, jurisdiction, language };
}

/** Returns the results with all chosen facets. */
export function filterByFacets(reader: IndexReader, ranked: readonly Ranked[], chosen: ChosenFacets): Ranked[] {
  const wanted = FACETS.filter((facet) => chosen[facet]);
  return wanted.length === 0
    ? [...ranked]
    : ranked.filter(({ record }) => wanted.every((facet) => facetsOf(reader, record)[facet] === chosen[facet]));
}

/** Counts the results of each value of each facet, with the other chosen facets. */
export function countFacets(reader: IndexReader, ranked: readonly Ranked[], chosen: ChosenFacets): Record<Facet, Map<string, number>> {
  const counts = { kind: new Map(), certainty: new Map(), jurisdiction: new Map(), language: new Map() } as Record<Facet, Map<string, number>>;
  for (const { record } of ranked) {
    const own = facetsOf(reader, record);
    const missed = FACETS.filter((facet) => chosen[facet] && own[facet] !== chosen[facet]);
    for (const facet of FACETS) {
      const counted = own[facet] && missed.every((one) => one === facet);
      if (counted) counts[facet].set(own[facet], (counts[facet].get(own[facet]) ?? 0) + 1);
    }
  }
  return counts;
}
