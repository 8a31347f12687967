import { FACETS, type Facet } from '../search/facets.ts';

/** The state of a search: the query and the selected facets. */
export type SearchState = { q: string } & Partial<Record<Facet, string>>;

/** Parses a state from the query of a URL. */
function parseState(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  const chosen = FACETS.flatMap((facet) => (parameters.get(facet) ? [[facet, parameters.get(facet)!]] : []));
  return { q: parameters.get('q') ?? '', ...Object.fromEntries(chosen) };
}

/** Returns the URL of a search on the search page at `page`. */
export function searchHref(page: string, state: SearchState): string {
  const parameters = new URLSearchParams(state.q.trim() ? { q: state.q.trim() } : {});
  for (const facet of FACETS) if (state[facet]) parameters.set(facet, state[facet]);
  const query = parameters.toString();
  return query ? `${page}?${query}` : page;
}

/** Keeps the state of a panel and the URL of the search page the same, in both directions. `typed` is the text from before the panel existed. */
export function syncWithUrl(
  panel: { changed: (state: SearchState) => void; show(state: SearchState): void; input: HTMLInputElement },
  typed: string,
): void {
  panel.changed = (state) => history.replaceState(null, '', searchHref(location.pathname, state));
  const read = (): void => panel.show(parseState(location.search));
  addEventListener('popstate', read);
  if (typed) panel.changed({ ...parseState(location.search), q: typed });
  read();
  panel.input.focus();
}
