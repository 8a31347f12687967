/** Boosts of a record by its kind and its language. */
import type { IndexReader } from './index-reader.ts';
import { WEIGHTS } from './ranking-weights.ts';

/** Returns the boost of a record for any query. */
export function boostOf(reader: IndexReader, record: number): number {
  const kind = reader.kindOf(record);
  // The first record of a tree is its title and summary. The others are its questions and outcomes, which the concepts explain better.
  const isOpening = reader.pageOf[record] !== reader.pageOf[record - 1];
  const weight = WEIGHTS.kinds[kind === 'decision' && isOpening ? 'tree' : kind] ?? WEIGHTS.kinds.other!;
  // A source is not translated, so its language does not count.
  const isOwn = kind === 'source' || reader.facetValuesOf(record)[0] === reader.manifest.language;
  return weight * (isOwn ? WEIGHTS.ownLanguage : 1);
}
