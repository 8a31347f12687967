import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { pagefindIndex } from '../../../src/output/pagefind-index.ts';
import { shortenMetadata } from '../../../src/output/pagefind-files.ts';
import type { Hit } from '../../../src/search/index-reader.ts';
import { wholeWord } from '../../../src/search/pagefind-words.ts';
import { openInNode } from '../search/pagefind-in-node.ts';

/** Records of plain terms; the manifest has one page. */
async function indexOf(contents: readonly string[], common: readonly string[] = []) {
  const write = (text: string): string => text.split(' ').map(wholeWord).join(' ');
  const records = contents.map((text) => ({ content: text && write(text), meta: {} }));
  const index = await pagefindIndex(records, () => new Set(common.map(wholeWord)));
  const words = common.map(wholeWord);
  const manifest = { folder: 'x', pages: [[contents.length, 0]], facets: [], kinds: [], kindOf: '', synonyms: [], common: words, words: [] };
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

test('A common word has the same records, scores and phrases as another word.', async () => {
  const texts = ['data extract data', 'extract', 'действие data', 'extract of data действие', 'data'];
  const { reader: plain } = await indexOf(texts);
  const { reader: separated } = await indexOf(texts, ['data', 'действие']);
  for (const term of ['data', 'действие', 'extract']) {
    const scores = (hits: Hit[]) => hits.map(({ record, score }) => [record, score.toFixed(3)]);
    assert.deepEqual(scores(await separated.hits(term)), scores(await plain.hits(term)), term);
  }
  for (const phrase of [
    ['data', 'extract'],
    ['действие', 'data'],
    ['data', 'действие'],
  ])
    assert.deepEqual(await separated.phraseHolders(phrase), await plain.phraseHolders(phrase), phrase.join(' '));
});

test('A field without the order of its words has no places, and still finds each word.', async () => {
  const meta = { title: 'extractǃ dataǃ', context: 'ownǃ makerǃ' };
  const index = await pagefindIndex([{ content: 'textǃ', meta }]);
  const manifest = { folder: 'x', pages: [[1, 0]], facets: [], kinds: [], kindOf: '', synonyms: [], common: [], words: [] };
  const own = new Map<string, string | Uint8Array>([...index].map(([path, content]) => [`pagefind/${path}`, content]));
  const reader = await openInNode(own.set('search-index/index.json', JSON.stringify(manifest)));
  for (const term of ['text', 'extract', 'data', 'own', 'maker']) assert.equal((await reader.hits(term)).length, 1, term);
  assert.equal((await reader.phraseHolders(['extract', 'data'])).size, 1);
  assert.equal((await reader.phraseHolders(['own', 'maker'])).size, 0);
});

test('The list of a common word has no places, so that it is half as long.', async () => {
  const texts = Array.from({ length: 2000 }, (_, at) => `${'one '.repeat((at * 7) % 31)}common${' two'.repeat((at * 5) % 17)} common`);
  const { files: separated } = await indexOf(texts, ['common']);
  const sizes = [/(?<!ǂ)common/, /ǂcommon/].map((word) => {
    const [, file] = [...separated].find(([path, content]) => path.endsWith('.pf_index') && word.test(gunzipSync(content).toString()))!;
    return file.length;
  });
  assert.ok(sizes[0]! < sizes[1]! / 2, sizes.join());
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

test('The files of the index have numbers and share a version, which changes with their content.', async () => {
  const namesOf = (all: Iterable<string>) => [...all].flatMap((path) => /index\/([0-9a-z]+)_([0-9a-f]{7})\.pf_index$/.exec(path)?.slice(1) ?? []);
  const words = Array.from({ length: 900 }, (_, at) => `w${at.toString(36)}`).join(' ');
  const one = await indexOf([words]);
  const other = await indexOf([`${words} more`]);
  const [names, changed] = [namesOf(one.files.keys()), namesOf(other.files.keys())];
  assert.deepEqual(names.slice(0, 4), ['0', names[1], '1', names[1]]);
  assert.notEqual(changed[1], names[1]);
  assert.deepEqual((await one.reader.hits('w10')).length, 1);
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
  assert.throws(() => shortenMetadata(file, new Map(), []), /unknown page/);
  const other = Buffer.from(gunzipSync(file).toString('latin1').replace('1.6.0', '1.7.0'), 'latin1');
  assert.throws(() => shortenMetadata(gzipSync(other), new Map(), []), /not that of version 1\.6\.0/);
});
