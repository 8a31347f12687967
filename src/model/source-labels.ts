import { readCitation } from '../markdown/citations.ts';
import type { Edition } from './edition.ts';

/** Returns the label of a cited work with the locator. */
export function labelOf(edition: Edition, key: string, locator?: string): string[] {
  const short = edition.sources.get(key)?.data.short;
  return short ? [locator ? `${short}, ${locator}` : short] : [];
}

/** Returns the labels of citations from YAML, such as `tariff-act, para. 1`. */
export function labelsOf(edition: Edition, citations: readonly string[]): string[] {
  return citations.flatMap((text) => (readCitation(`@${text}`) ?? []).flatMap(({ key, locator }) => labelOf(edition, key, locator)));
}
