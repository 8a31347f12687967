import { addressOf, readState, type State } from './search-state.ts';

/** Keep the state of the panel of the search page in the address, in both directions. */
export function keepInAddress(panel: { changed: (state: State) => void; show(state: State): void; input: HTMLInputElement }): void {
  panel.changed = (state) => history.replaceState(null, '', addressOf(location.pathname, state));
  const read = (): void => panel.show(readState(location.search));
  addEventListener('popstate', read);
  read();
  panel.input.focus();
}
