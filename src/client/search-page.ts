/** The search page: the state of the search stands in the address, in both directions. Until its code is there, the plain form is. */
import type { SearchPanel } from './search-panel.ts';

const [, { addressOf, readState }] = await Promise.all([import('./search-panel.ts'), import('./search-state.ts')]);
const panel = document.querySelector<SearchPanel>('main search-panel')!;
panel.changed = (state) => history.replaceState(null, '', addressOf(location.pathname, state));
const read = (): void => panel.show(readState(location.search));
addEventListener('popstate', read);
read();
panel.input.focus();
