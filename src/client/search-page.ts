/** The search page: the state of the search stands in the address, in both directions. */
import { SearchPanel } from './search-panel.ts';
import { addressOf, readState } from './search-state.ts';

const panel = document.querySelector<SearchPanel>('main search-panel')!;
panel.changed = (state) => history.replaceState(null, '', addressOf(location.pathname, state));
const read = (): void => panel.show(readState(location.search));
addEventListener('popstate', read);
read();
panel.input.focus();
