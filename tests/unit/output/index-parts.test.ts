import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { filesFor } from '../../../src/output/search-index.ts';
import type { SearchPage } from '../../../src/output/search-record.ts';

const cache = await mkdtemp(join(tmpdir(), 'parts-'));
after(() => rm(cache, { recursive: true }));
const about = { language: 'en', names: {}, languages: [] };

/** Pages with seven records each, in several parts. */
const pages = (changed?: number): SearchPage[] =>
  Array.from({ length: 120 }, (_, page) => ({
    path: `concepts/p${page}/`,
    lang: 'en',
    shared: false,
    title: `Page${page}`,
    kind: 'concept',
    records: Array.from({ length: 7 }, (__, record) => {
      const text = `Common words of page${page} and record${record}${page === changed ? ' and news' : ''}.`;
      return { id: `s${record}`, kind: 'concept', title: `T${page}`, names: [], context: [], cited: [], blocks: [{ id: '', text }] };
    }),
  }));

/** Indexes the pages with the cache. Returns the files of the search, and the parts that were made. */
async function build(changed?: number) {
  for (const name of await readdir(join(cache, 'en')).catch(() => [])) await utimes(join(cache, 'en', name), 0, 0);
  const files = await filesFor(pages(changed), [], about, cache);
  const parts = await Promise.all(
    (await readdir(join(cache, 'en'))).sort().map(async (name) => [name, (await stat(join(cache, 'en', name))).mtimeMs]),
  );
  return { files, made: parts.flatMap(([name, time]) => (time === 0 ? [] : [name])) };
}

test('After a change of one page only its part is indexed again, and the files are those of an index without a cache.', async () => {
  assert.deepEqual((await build()).made, ['0', '1', '2', '3']);
  assert.deepEqual((await build()).made, []);
  const { files, made } = await build(50);
  assert.deepEqual(made, ['1']);
  assert.deepEqual(files, await filesFor(pages(50), [], about));
});

test('A part with an incomplete cache file is indexed again.', async () => {
  await build();
  const path = join(cache, 'en/2');
  await writeFile(path, (await readFile(path)).subarray(0, 1000));
  const { files, made } = await build();
  assert.deepEqual(made, ['2']);
  assert.deepEqual(files, await filesFor(pages(), [], about));
});
