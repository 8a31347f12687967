import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { pagefindIndex } from '../../../src/output/pagefind-index.ts';
import { shortenMetadata } from '../../../src/output/pagefind-metadata.ts';
import { wholeWord } from '../../../src/search/pagefind-words.ts';
import { openInNode } from '../search/pagefind-in-node.ts';

/** Records of plain terms; the manifest has one page. */
async function indexOf(contents: readonly string[]) {
  const write = (text: string): string => text.split(' ').map(wholeWord).join(' ');
  const index = await pagefindIndex(contents.map((text) => ({ content: text && write(text), meta: {} })));
  const manifest = { folder: 'x', pages: [[contents.length, 0]], facets: [], kinds: [], kindOf: '', synonyms: [], common: [], words: [] };
  const files = new Map<string, string | Uint8Array>([...index].map(([path, content]) => [`pagefind/${path}`, content]));
  files.set('search-index/index.json', JSON.stringify(manifest));
  return { files, reader: await openInNode(files) };
}

const contents = ['extract data', 'extraction of data', '', 'data extract', '§1334 3.0', '1334 30 don’t'];
const { files, reader } = await indexOf(contents);
const found = async (term: string): Promise<number[]> => (await reader.hits(term)).map(({ record }) => record).sort((a, b) => a - b);

test('A whole word finds only itself: Pagefind does not stem it, split it or match it as a prefix.', async () => {
  assert.deepEqual(await found('extract'), [0, 3]);
  assert.deepEqual(await found('extraction'), [1]);
  assert.deepEqual(await found('§1334'), [4]);
  assert.deepEqual(await found('1334'), [5]);
  assert.deepEqual(await found('3.0'), [4]);
  assert.deepEqual(await found('3'), []);
});

test('A word that is not in the index finds nothing, not a shorter word.', async () => {
  assert.deepEqual(await found('extracts'), []);
  assert.deepEqual(await found('dat'), []);
});

test('A prefix finds every longer word.', async () => {
  const hits = await reader.prefixHits('extrac');
  assert.deepEqual(
    hits.map(({ record }) => record).sort((a, b) => a - b),
    [0, 1, 3],
  );
});

test('A phrase finds its words in their order.', async () => {
  assert.deepEqual([...(await reader.phraseHolders(['extract', 'data']))], [0]);
  assert.deepEqual([...(await reader.phraseHolders(['data', 'extract']))], [3]);
});

test('The id of a result is the number of its record, also beside a record without text.', async () => {
  const numbers = Array.from({ length: 300 }, (_, at) => `common own${at}`);
  const { reader: many } = await indexOf(numbers);
  assert.deepEqual(new Set((await many.hits('common')).map(({ record }) => record)), new Set(numbers.keys()));
  for (const at of [0, 35, 36, 299])
    assert.deepEqual(
      (await many.hits(`own${at}`)).map(({ record }) => record),
      [at],
    );
});

test('The files of the index are small: PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE has its effect, and does not stay in the environment.', async () => {
  const words = Array.from({ length: 400 }, (_, at) => Array.from({ length: 40 }, (__, word) => `w${(at * 7 + word * 13) % 3000}`).join(' '));
  const { files: many } = await indexOf(words);
  const sizes = [...many].filter(([path]) => path.endsWith('.pf_index')).map(([, content]) => content.length);
  assert.ok(sizes.length >= 20, `${sizes.length} files`);
  assert.ok(Math.max(...sizes) <= 4000, `${Math.max(...sizes)} bytes`);
  assert.equal(process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE, undefined);
});

test('Metadata of an unknown version or with an unknown page fails.', () => {
  const [, file] = [...files].find(([path]) => path.endsWith('.pf_meta')) as [string, Uint8Array];
  assert.throws(() => shortenMetadata(file, new Map()), /unknown page/);
  const other = Buffer.from(gunzipSync(file).toString('latin1').replace('1.6.0', '1.7.0'), 'latin1');
  assert.throws(() => shortenMetadata(gzipSync(other), new Map()), /not that of version 1\.6\.0/);
});
