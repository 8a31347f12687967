import { readCitation } from '../markdown/citations.ts';
import { locatorIn } from './locator.ts';
import type { Locale } from './locale.ts';

/** Returns the label of a cited work with the locator. */
export function labelOf(locale: Locale, key: string, locator?: string): string[] {
  const source = locale.sources.get(key);
  if (!source?.data.short) return [];
  return [locator ? `${source.data.short}, ${locatorIn(locale, locator, source).text}` : source.data.short];
}

/** Returns the labels of citations from YAML, such as `smith-2020, p. 5`. */
export function labelsOf(locale: Locale, citations: readonly string[]): string[] {
  return citations.flatMap((text) => (readCitation(`@${text}`) ?? []).flatMap(({ key, locator }) => labelOf(locale, key, locator)));
}

/** Returns the keys of the sources that a node of a tree cites. */
export const citedBy = ({ sources }: { sources: readonly string[] }): string[] =>
  sources.flatMap((text) => (readCitation(`@${text}`) ?? []).map(({ key }) => key));
