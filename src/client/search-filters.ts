import { FACETS, type Facet } from '../search/facets.ts';
import { element } from './dom.ts';
import type { SearchState } from './search-url.ts';
import type { SearchStrings } from '../i18n/en.ts';

/** Renders a select for each facet with more than one value, with the number of results of each value. */
export function filters(
  counts: Record<Facet, Map<string, number>>,
  state: SearchState,
  words: SearchStrings,
  label: (facet: Facet, value: string) => string,
  choose: (facet: Facet, value: string) => void,
): HTMLElement[] {
  return FACETS.filter((facet) => counts[facet].size > 1 || state[facet]).map((facet) => {
    const values = [...counts[facet]].sort((a, b) => b[1] - a[1]);
    if (state[facet] && !counts[facet].has(state[facet])) values.push([state[facet], 0]);
    const options = values.map(([value, count]) =>
      element('option', { value, selected: value === state[facet] }, `${label(facet, value)} (${count})`),
    );
    const select = element('select', { 'aria-label': words.facets[facet], 'data-facet': facet });
    select.append(element('option', { value: '' }, words.any(words.facets[facet])), ...options);
    select.addEventListener('change', () => choose(facet, select.value));
    return select;
  });
}
