/** Indexes the records of a language in parts. The parts are cached on disk: after a change of one page, Pagefind indexes one part again. */
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { close } from 'pagefind';
import { hashOf, hashOfCode, readCached, storeCached } from '../cache/disk-cache.ts';
import { indexPart, type IndexPart } from './pagefind-index.ts';
import { commonWords, pagefindRecord, type CommonWords, type PagefindRecord } from './pagefind-record.ts';
import type { SearchPage } from './search-record.ts';

/**
 * Returns the least number of records in a part. Pagefind needs more than a kilobyte of memory for each word of each record. Rounded, so that a few
 * more records do not change every part.
 */
const partSize = (records: number): number => Math.max(250, Math.ceil(records / 12 / 50) * 50);

/** Returns the parts of the index of some pages, in their order. `cache` is a folder, if the parts are cached. */
export async function indexParts(pages: readonly SearchPage[], cache?: string): Promise<IndexPart[]> {
  const common = commonWords(pages);
  const parts: Promise<IndexPart>[] = [];
  try {
    for (const [number, group] of groupsOf(pages).entries()) {
      const path = cache && join(cache, String(number));
      const key = path ? keyOf(group, common) : '';
      const cached = path && readCached<IndexPart>(path, key);
      if (cached) {
        parts.push(Promise.resolve(cached));
        continue;
      }
      const records: PagefindRecord[] = [];
      for (const page of group) {
        for (const record of page.records) records.push(pagefindRecord(record, common));
        // Pagefind indexes the part before this one meanwhile, but Node sends it the records only between two steps.
        await setImmediate();
      }
      await parts.at(-1);
      const making = indexPart(records);
      parts.push(path ? making.then((part) => storeCached(path, key, part)) : making);
    }
    return await Promise.all(parts);
  } finally {
    await close();
  }
}

/** Divides pages into groups with at least `partSize` records. */
function groupsOf(pages: readonly SearchPage[]): SearchPage[][] {
  const least = partSize(pages.reduce((sum, { records }) => sum + records.length, 0));
  const groups: SearchPage[][] = [];
  let size = least;
  for (const page of pages) {
    if (size >= least) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)!.push(page);
    size += page.records.length;
  }
  return groups;
}

/** Returns a hash of everything that the index of a part depends on. */
const keyOf = (pages: readonly SearchPage[], { titles, cited }: CommonWords): string =>
  hashOf(hashOfCode(), JSON.stringify([pages.map(({ records }) => records), [...titles], [...cited]]));
