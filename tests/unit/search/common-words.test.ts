import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { filesFor } from '../../../src/output/search-index.ts';
import type { SearchPage } from '../../../src/output/search-record.ts';
import { answer } from '../../../src/search/answer.ts';
import { openInNode } from './pagefind-in-node.ts';

/** More records contain the word “anchor” than the limit of a common word. Each page also has words of its own. */
const PAGES = 1600;
const pages = Array.from({ length: PAGES }, (_, at): SearchPage => {
  const text = `The anchor of ferry${at} at quay${at % 40} at hour${at % 24}.`;
  const record = { id: '', kind: 'concept', title: `Line${at}`, names: [], context: [], cited: [], blocks: [{ id: '', text }] };
  return { path: `concepts/line-${at}/`, title: `Line${at}`, lang: 'en', records: [record] } as unknown as SearchPage;
});
type Files = Awaited<ReturnType<typeof filesFor>>;
const large = await filesFor(pages, []);

async function ask(query: string, files: Files = large) {
  const loaded: string[] = [];
  const reader = await openInNode(files, (path) => {
    loaded.push(path);
    return files.get(path);
  });
  /** The files of the index with the records of the common word: without its positions, and with them. */
  const [list, positions] = [/(?<!ǂ)anchor/, /ǂanchor/].map((word) =>
    [...files.keys()].find((path) => path.endsWith('.pf_index') && word.test(gunzipSync(files.get(path)!).toString())),
  );
  const { shown, marks, unknown } = await answer(reader, { query, facets: {}, limit: 3 });
  return { first: shown[0]?.path, marks, unknown, isListLoaded: loaded.includes(list!), arePositionsLoaded: loaded.includes(positions!) };
}

test('The records of a common word are not loaded if the query has three other words.', async () => {
  const { first, isListLoaded } = await ask('anchor ferry77 quay37 hour5');
  assert.equal(first, 'concepts/line-77/');
  assert.ok(!isListLoaded);
});

test('A common word that is not loaded is still highlighted, and is not reported as unknown.', async () => {
  const { marks, unknown } = await ask('anchor ferry77 quay37 hour5');
  assert.deepEqual(unknown, []);
  assert.ok(marks.has('anchor'), [...marks.keys()].join());
});

test('A common word counts in a query with fewer other words. Only a phrase loads its positions, and finds it in its order.', async () => {
  for (const query of ['anchor', 'anchor ferry77', '"anchor of ferry77" quay37 hour5']) {
    const { first, isListLoaded, arePositionsLoaded } = await ask(query);
    assert.ok(isListLoaded && first, query);
    assert.equal(arePositionsLoaded, query.startsWith('"'), query);
  }
  assert.equal((await ask('"anchor of ferry77"')).first, 'concepts/line-77/');
  assert.equal((await ask('"ferry77 anchor"')).first, undefined);
});

test('A common word is loaded as a synonym of an unknown word, but not of a known one.', async () => {
  const files = await filesFor(pages, [['quay37', 'killick', 'anchor']]);
  assert.ok((await ask('killick', files)).isListLoaded);
  assert.ok(!(await ask('quay37', files)).isListLoaded);
});

test('In a small base the records of a common word are loaded, and in a very small one no word is common.', async () => {
  const small = await filesFor(pages.slice(0, 400), []);
  const { first, isListLoaded, arePositionsLoaded } = await ask('anchor ferry77 quay37 hour5', small);
  assert.deepEqual([first, isListLoaded, arePositionsLoaded], ['concepts/line-77/', true, false]);
  const reader = await openInNode(await filesFor(pages.slice(0, 90), []));
  assert.deepEqual(reader.manifest.common, []);
});
