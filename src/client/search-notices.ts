/** What the search says about its results. */
import type { Answer } from '../search/answer.ts';
import { button, element } from './dom.ts';
import type { SearchStrings } from '../i18n/en.ts';
import { addressOf, type State } from './search-url.ts';

/** The number of results. */
export function countLine({ query, records, pages, unfiltered }: Answer, words: SearchStrings): string {
  if (records > 0) return words.some(records, pages, query);
  return unfiltered > 0 ? words.noneChosen(query) : words.none(query);
}

/** The words that were corrected, and those that were ignored. */
export function corrections({ corrections: made, unknown, unfiltered }: Answer, words: SearchStrings): HTMLElement[] {
  const lines = made.map(({ typed, meant }) => words.corrected(typed, meant));
  if (unknown.length > 0 && unfiltered > 0) lines.push(words.unknown(unknown.map((word) => `“${word}”`).join(', ')));
  return lines.map((line) => element('p', {}, line));
}

/** Where to go on without results: similar words, the terms, the questions. */
export function nothingFound({ suggestions }: Answer, { page = '', terms, questions }: DOMStringMap, words: SearchStrings): HTMLElement[] {
  const links = suggestions.flatMap((word) => [element('a', { href: addressOf(page, { q: word }) }, word), ' ']);
  const lists = [
    [terms, words.terms],
    [questions, words.questions],
  ].flatMap(([href, text]) => (href ? [element('li', {}, element('a', { href }, text!))] : []));
  return [...(links.length ? [element('p', {}, `${words.meant}: `, ...links)] : []), element('p', {}, words.tryOther), element('ul', {}, ...lists)];
}

/** What could not be loaded, with a button to try again. */
export const broken = (text: string, again: string, act: () => void): HTMLElement => element('p', {}, text, text ? ' ' : '', button(again, act));

/** Offers the address of a search to copy, and outside the search page to open. `status` shows whether it was copied. */
export function share(page: string, state: State, status: HTMLElement, words: SearchStrings): HTMLElement[] {
  const address = addressOf(page, state);
  const copy = button(words.copy, async () => {
    const whole = new URL(address, location.href).href;
    const copied = await navigator.clipboard?.writeText(whole).then(
      () => true,
      () => false,
    );
    status.textContent = copied ? words.copied : `${words.byHand} ${whole}`;
  });
  return location.pathname === page ? [copy] : [element('a', { href: address }, words.all), copy];
}
