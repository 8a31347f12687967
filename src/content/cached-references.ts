/** Formats the references in Harvard style, or reads them from a cache: to load citeproc and to format some hundred sources takes a second. */
import { cacheOf, hashOf, hashOfCode, readCached, storeCached } from '../cache/disk-cache.ts';
import type { Source } from '../model/source.ts';

/** The data of a source that its reference depends on. It is plain, for a worker thread. */
export type SourceData = Pick<Source, 'id' | 'data'>;

/** Returns every source of a content folder as one line, by source id. */
export async function cachedReferences(folder: string, sources: readonly SourceData[]): Promise<Map<string, string>> {
  const path = cacheOf('references', folder);
  const key = hashOf(hashOfCode(), JSON.stringify(sources.map(({ id, data }) => [id, data])));
  const cached = readCached<Map<string, string>>(path, key);
  if (cached) return cached;
  const { referencesOf } = await import('../model/bibliography.ts');
  return storeCached(path, key, referencesOf(sources));
}
