/** Messages about the results of a search. */
import type { Answer } from '../search/answer.ts';
import { button, element } from './dom.ts';
import type { SearchStrings } from '../i18n/en.ts';
import { searchHref, type SearchState } from './search-url.ts';

/** Returns the number of results, as text. */
export function countLine({ query, records, pages, unfiltered }: Answer, words: SearchStrings): string {
  if (records > 0) return words.some(records, pages, query);
  return unfiltered > 0 ? words.noneChosen(query) : words.none(query);
}

/** Lists the corrected and the ignored words. */
export function corrections({ corrections: made, unknown, unfiltered }: Answer, words: SearchStrings): HTMLElement[] {
  const lines = made.map(({ typed, meant }) => words.corrected(typed, meant));
  if (unknown.length > 0 && unfiltered > 0) lines.push(words.unknown(unknown));
  return lines.map((line) => element('p', {}, line));
}

/** Suggests how to continue without results: similar words, the terms, the questions. */
export function nothingFound({ suggestions }: Answer, { page = '', terms, questions }: DOMStringMap, words: SearchStrings): HTMLElement[] {
  const links = suggestions.flatMap((word) => [element('a', { href: searchHref(page, { q: word }) }, word), ' ']);
  const lists = [
    [terms, words.terms],
    [questions, words.questions],
  ].flatMap(([href, text]) => (href ? [element('li', {}, element('a', { href }, text!))] : []));
  return [...(links.length ? [element('p', {}, `${words.meant}: `, ...links)] : []), element('p', {}, words.tryOther), element('ul', {}, ...lists)];
}

/** Reports a file that could not be loaded, with a button to try again. */
export const loadError = (text: string, again: string, act: () => void): HTMLElement => element('p', {}, text, text ? ' ' : '', button(again, act));

/** Builds a button that copies the URL of a search, and in the dialog also a link to the search page. `status` shows whether the URL was copied. */
export function share(page: string, state: SearchState, status: HTMLElement, words: SearchStrings): HTMLElement[] {
  const href = searchHref(page, state);
  const copy = button(words.copy, async () => {
    const url = new URL(href, location.href).href;
    try {
      await navigator.clipboard.writeText(url);
      status.textContent = words.copied;
    } catch {
      status.textContent = `${words.byHand} ${url}`;
    }
  });
  return location.pathname === page ? [copy] : [element('a', { href }, words.all), copy];
}
