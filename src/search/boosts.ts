/** Boosts of a record by its kind and its language. */
import type { IndexReader } from './index-reader.ts';
import { WEIGHTS } from './ranking-weights.ts';

/** Returns the boost of a record for any query. */
export function boostOf(reader: IndexReader, record: number): number {
  const kind = reader.kindOf(record);
  // A source is not translated, so its language does not count.
  const isOwn = kind === 'source' || reader.facetValuesOf(record)[0] === reader.manifest.language;
  return (WEIGHTS.kinds[kind] ?? WEIGHTS.kinds.other!) * (isOwn ? WEIGHTS.ownLanguage : 1);
}
