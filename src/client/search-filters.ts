import { languageName } from '../i18n/languages.ts';
import { FACETS, type Facet } from '../search/facets.ts';
import type { IndexReader } from '../search/index-reader.ts';
import { button, element } from './dom.ts';
import type { SearchState } from './search-url.ts';
import type { SearchStrings } from '../i18n/en.ts';

/** Renders each facet with more than one value as a row of buttons with the number of results. A second press removes the filter. */
export function filters(
  counts: Record<Facet, Map<string, number>>,
  state: SearchState,
  words: SearchStrings,
  label: (facet: Facet, value: string) => string,
  choose: (facet: Facet, value: string) => void,
): HTMLElement[] {
  return FACETS.filter((facet) => counts[facet].size > 1 || state[facet]).map((facet) => {
    const chosen = state[facet];
    const values = [...counts[facet]].sort((a, b) => b[1] - a[1]);
    if (chosen && !counts[facet].has(chosen)) values.push([chosen, 0]);
    const buttons = values.map(([value, count]) => {
      const isChosen = value === chosen;
      const one = button(`${label(facet, value)}\u00a0${count}`, () => choose(facet, isChosen ? '' : value));
      one.ariaPressed = `${isChosen}`;
      // The focus returns to the chosen button, or to the first one.
      if (isChosen || !chosen) one.dataset.facet = facet;
      return one;
    });
    return element('div', { role: 'group', 'aria-label': words.facets[facet] }, ...buttons);
  });
}

/** Returns the name of a value of a facet, from the content, else from the UI strings. */
export function labelOf({ manifest }: IndexReader, words: SearchStrings, facet: Facet, value: string): string {
  const { lang } = document.documentElement;
  if (facet === 'language') return languageName(value, lang);
  const named = manifest.names[facet]?.[value];
  if (named) return named[lang] ?? Object.values(named)[0] ?? value;
  return (facet === 'jurisdiction' ? undefined : words[facet][value]) ?? value;
}
