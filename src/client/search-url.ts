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

/** Keeps the state of the search page's panel in the address, in both directions. `typed` is what was typed before the panel existed. */
export function keepInAddress(panel: { changed: (state: State) => void; show(state: State): void; input: HTMLInputElement }, typed: string): void {
  panel.changed = (state) => history.replaceState(null, '', addressOf(location.pathname, state));
  const read = (): void => panel.show(readState(location.search));
  addEventListener('popstate', read);
  if (typed) panel.changed({ ...readState(location.search), q: typed });
  read();
  panel.input.focus();
}
