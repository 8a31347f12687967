import type { IndexReader } from '../search/index-reader.ts';
import { bandsNear, nearestWords } from '../search/likeness.ts';
import type { Found } from '../search/search.ts';
import { button, element } from './element.ts';
import { addressOf } from './search-state.ts';
import type { SearchWords } from './search-words.ts';

/** Say how much was found, after the choices. */
export function countOf({ query: { text }, ranked }: Found, records: number, pages: number, words: SearchWords): string {
  if (records > 0) return words.some(records, pages, text);
  return ranked.length > 0 ? words.noneChosen(text) : words.none(text);
}

/** Say which words were taken for others, and which were left out. */
export function corrections({ corrections: taken, unknown, ranked }: Found, words: SearchWords): HTMLElement[] {
  const lines = taken.map(({ typed, meant }) => words.corrected(typed, meant));
  if (unknown.length > 0 && ranked.length > 0) lines.push(words.unknown(unknown.map((word) => `“${word}”`).join(', ')));
  return lines.map((line) => element('p', {}, line));
}

/** Show ways on where nothing was found: known words that are near, the terms, the questions. */
export async function nothingFound(reader: IndexReader, found: Found, places: DOMStringMap, words: SearchWords): Promise<HTMLElement[]> {
  const { page = '', terms, questions } = places;
  const near = (await Promise.all(found.unknown.slice(0, 3).map((word) => wordsNear(reader, word)))).flat();
  const links = [...new Set(near)].slice(0, 5).flatMap((word) => [element('a', { href: addressOf(page, { q: word }) }, word), ' ']);
  const ways = [
    [terms, words.terms],
    [questions, words.questions],
  ].flatMap(([href, text]) => (href ? [element('li', {}, element('a', { href }, text!))] : []));
  return [...(links.length ? [element('p', {}, `${words.meant}: `, ...links)] : []), element('p', {}, words.tryOther), element('ul', {}, ...ways)];
}

/** Find known words within three slips; none when they cannot be had. */
async function wordsNear(reader: IndexReader, word: string): Promise<string[]> {
  return nearestWords(word, await reader.words(bandsNear(word)).catch(() => new Map<string, string>()), 3);
}

/** Say what could not be had, with a way to try again. */
export const broken = (text: string, again: string, act: () => void): HTMLElement => element('p', {}, text, text ? ' ' : '', button(again, act));
