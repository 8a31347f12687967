import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { readIndex } from '../../../src/output/pagefind-files.ts';
import type { PagefindRecord } from '../../../src/output/pagefind-record.ts';
import type { Hit } from '../../../src/search/index-reader.ts';
import { wholeWord } from '../../../src/search/pagefind-words.ts';
import { indexInParts, openInNode } from '../search/pagefind-in-node.ts';

/** Records of plain terms; the manifest has one page. */
async function indexOf(contents: readonly string[], common: readonly string[] = [], questions = 0) {
  const write = (text: string): string => text.split(' ').map(wholeWord).join(' ');
  const records = contents.map((text) => ({ content: text && write(text), meta: {} }));
  const index = await indexInParts(records, new Set(common.map(wholeWord)), Infinity, questions);
  const files = inManifest(index, contents.length - questions, common.map(wholeWord), questions);
  return { files, reader: await openInNode(files) };
}

/** Returns the files of a search whose records are on one page. */
function inManifest(index: ReadonlyMap<string, Uint8Array>, records: number, common: readonly string[] = [], questions = 0) {
  const manifest = { folder: 'x', pages: [[records, 0]], facets: [], kinds: [], kindOf: '', synonyms: [], common, questions, words: [] };
  const files = new Map<string, string | Uint8Array>([...index].map(([path, content]) => [`pagefind/${path}`, content]));
  return files.set('search-index/index.json', JSON.stringify(manifest));
}

const contents = ['extract data', 'extraction of data', '', 'data extract', '§1334 3.0', '1334 30 don’t'];
const { reader } = await indexOf(contents);
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

test('The records of the questions of pages have the scores of other records and no positions, and are in no phrase.', async () => {
  const texts = ['data extract', 'maker', 'of data of makers who extract data'];
  const { reader: plain } = await indexOf(texts);
  const { reader: questions } = await indexOf(texts, ['data'], 1);
  const scores = (hits: Hit[]) => hits.map(({ record, score }) => [record, score.toFixed(3)]);
  for (const term of ['data', 'extract', 'maker']) assert.deepEqual(scores(await questions.hits(term)), scores(await plain.hits(term)), term);
  for (const phrase of [
    ['data', 'extract'],
    ['extract', 'data'],
    ['of', 'makers'],
  ]) {
    const passages = [...(await plain.phraseHolders(phrase))].filter((record) => record < 2);
    assert.deepEqual([...(await questions.phraseHolders(phrase))], passages, phrase.join(' '));
  }
  assert.deepEqual(
    [0, 1, 2].map((record) => questions.isOfQuestions(record)),
    [false, false, true],
  );
});

test('The records of the questions of pages have only the number of each word, so that their lists are shorter.', async () => {
  const texts = Array.from({ length: 1000 }, (_, at) => `${'one '.repeat((at * 7) % 31)}word${' two'.repeat((at * 5) % 17)} word`);
  const sizeOf = async (questions: number): Promise<number> => {
    const { files } = await indexOf(texts, [], questions);
    return [...files].reduce((sum, [path, content]) => sum + (path.endsWith('.pf_index') ? content.length : 0), 0);
  };
  const [withPositions, without] = [await sizeOf(0), await sizeOf(1000)];
  assert.ok(without < withPositions * 0.75, `${without} of ${withPositions} bytes`);
});

test('In a large base, the questions of pages are not in the list of a common word.', async () => {
  const texts = (records: number) => [...Array.from({ length: records }, () => 'data'), 'data extract'];
  for (const [records, found] of [
    [1499, [1499]],
    [1500, []],
  ] as const) {
    const { reader: many } = await indexOf(texts(records), ['data'], 1);
    assert.deepEqual(
      (await many.hits('data')).map(({ record }) => record).filter((record) => many.isOfQuestions(record)),
      found,
    );
    assert.equal((await many.hits('extract')).length, 1);
  }
});

test('A field without the order of its words has no positions, and still finds each word.', async () => {
  const meta = { title: 'extractǃ dataǃ', context: 'ownǃ makerǃ' };
  const index = await indexInParts([{ content: 'textǃ', meta }]);
  const reader = await openInNode(inManifest(index, 1));
  for (const term of ['text', 'extract', 'data', 'own', 'maker']) assert.equal((await reader.hits(term)).length, 1, term);
  assert.equal((await reader.phraseHolders(['extract', 'data'])).size, 1);
  assert.equal((await reader.phraseHolders(['own', 'maker'])).size, 0);
});

test('The list of a common word has no positions, so that it is half as long.', async () => {
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

test('The files of the index are small.', async () => {
  const words = Array.from({ length: 400 }, (_, at) => Array.from({ length: 40 }, (__, word) => `w${(at * 7 + word * 13) % 3000}`).join(' '));
  const { files: many } = await indexOf(words);
  const sizes = [...many].filter(([path]) => path.endsWith('.pf_index')).map(([, content]) => content.length);
  assert.ok(sizes.length >= 20, `${sizes.length} files`);
  assert.ok(Math.max(...sizes) <= 4000, `${Math.max(...sizes)} bytes`);
});

test('A record without text is found by its title.', async () => {
  const index = await indexInParts([
    { content: 'textǃ', meta: { title: 'oneǃ' } },
    { content: '', meta: { title: 'otherǃ' } },
    { content: 'textǃ', meta: {} },
  ]);
  const reader = await openInNode(inManifest(index, 3));
  assert.deepEqual(
    (await reader.hits('other')).map(({ record }) => record),
    [1],
  );
  assert.deepEqual(new Set((await reader.hits('text')).map(({ record }) => record)), new Set([0, 2]));
});

test('The records of several indexes of Pagefind are found like those of one: by word, by prefix, by field and in phrases.', async () => {
  // Later records have another field first, an accent, and letters that are in another order in UTF-16.
  const rare = new Map([
    [0, 'café ｚ 𝒳'],
    [900, 'café 𝒳'],
    [1800, 'café ｚ 𝒳'],
  ]);
  const records = Array.from({ length: 2500 }, (_, at): PagefindRecord => {
    const text = `common own${at} ${at % 2 ? 'odd pair' : 'pair odd'} ${rare.get(at) ?? ''}`;
    const title = `title${at}ǃ hereǃ`;
    return { content: text.trim().split(/ +/).map(wholeWord).join(' '), meta: at < 1000 ? { title } : { context: `around${at % 10}ǃ`, title } };
  });
  const reader = await openInNode(inManifest(await indexInParts(records, new Set(), 900), records.length));
  const recordsOf = async (term: string) => (await reader.hits(term)).map(({ record }) => record).sort((a, b) => a - b);
  const all = (holds: (at: number) => boolean) => [...records.keys()].filter(holds);
  assert.deepEqual(
    await recordsOf('common'),
    all(() => true),
  );
  for (const word of ['café', 'ｚ', '𝒳'])
    assert.deepEqual(
      await recordsOf(word),
      [...rare.keys()].filter((at) => rare.get(at)!.includes(word)),
      word,
    );
  for (const at of [0, 999, 1000, 1999, 2000, 2499]) {
    assert.deepEqual(await recordsOf(`own${at}`), [at]);
    assert.deepEqual(await recordsOf(`title${at}`), [at]);
    assert.deepEqual([...(await reader.phraseHolders([`title${at}`, 'here']))], [at]);
  }
  assert.deepEqual(
    await recordsOf('around7'),
    all((at) => at >= 1000 && at % 10 === 7),
  );
  assert.deepEqual(
    (await reader.prefixHits('own249')).map(({ record }) => record).sort((a, b) => a - b),
    [249, 2490, 2491, 2492, 2493, 2494, 2495, 2496, 2497, 2498, 2499],
  );
  assert.deepEqual(
    [...(await reader.phraseHolders(['odd', 'pair']))].sort((a, b) => a - b),
    all((at) => at % 2 === 1),
  );
});

test('A record that Pagefind drops is an error, because the numbers of the others would be wrong.', async () => {
  const records = ['one', '·', 'two'].map((content) => ({ content, meta: {} }));
  await assert.rejects(indexInParts(records), { message: 'Pagefind indexed 2 of 3 records.' });
});

test('An index of an unknown version fails.', async () => {
  const { index } = await createIndex({ forceLanguage: 'zz' });
  await index!.addCustomRecord({ url: '0', content: 'text', language: 'zz' });
  const made = new Map((await index!.getFiles()).files.map(({ path, content }): [string, Uint8Array] => [path, content]));
  await close();
  assert.equal(readIndex(made).pages, 1);
  const [path, file] = [...made].find(([name]) => name.endsWith('.pf_meta'))!;
  made.set(path, gzipSync(Buffer.from(gunzipSync(file).toString('latin1').replace('1.6.0', '1.7.0'), 'latin1')));
  assert.throws(() => readIndex(made), /not that of version 1\.6\.0/);
});
