import { FACETS, type Facet } from '../search/facets.ts';

/** The whole state of a search: the query and the chosen facets. */
export type State = { q: string } & Partial<Record<Facet, string>>;

/** Parses a state from the query of an address. */
export function readState(search: string): State {
  const parameters = new URLSearchParams(search);
  const chosen = FACETS.flatMap((facet) => (parameters.get(facet) ? [[facet, parameters.get(facet)!]] : []));
  return { q: parameters.get('q') ?? '', ...Object.fromEntries(chosen) };
}

/** Returns the address of a search on the search page at `page`. */
export function addressOf(page: string, state: State): string {
  const parameters = new URLSearchParams(state.q.trim() ? { q: state.q.trim() } : {});
  for (const facet of FACETS) if (state[facet]) parameters.set(facet, state[facet]);
  const query = parameters.toString();
  return query ? `${page}?${query}` : page;
}
