import { addressOf, readState, type State } from './search-params.ts';

/** Keeps the state of the search page's panel in the address, in both directions. `typed` is what was typed before the panel existed. */
export function keepInAddress(panel: { changed: (state: State) => void; show(state: State): void; input: HTMLInputElement }, typed: string): void {
  panel.changed = (state) => history.replaceState(null, '', addressOf(location.pathname, state));
  const read = (): void => panel.show(readState(location.search));
  addEventListener('popstate', read);
  if (typed) panel.changed({ ...readState(location.search), q: typed });
  read();
  panel.input.focus();
}
