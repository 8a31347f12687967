import { addressOf, readState, type State } from './search-state.ts';

/** Keep the state of the panel of the search page in the address, in both directions. It begins with what was `typed` before it was there. */
export function keepInAddress(panel: { changed: (state: State) => void; show(state: State): void; input: HTMLInputElement }, typed: string): void {
  panel.changed = (state) => history.replaceState(null, '', addressOf(location.pathname, state));
  const read = (): void => panel.show(readState(location.search));
  addEventListener('popstate', read);
  if (typed) panel.changed({ ...readState(location.search), q: typed });
  read();
  panel.input.focus();
}
