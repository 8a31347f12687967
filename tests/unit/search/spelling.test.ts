import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stem } from '../../../src/search/analyzer.ts';
import type { IndexReader } from '../../../src/search/index-reader.ts';
import { derivedFrom } from '../../../src/search/spelling.ts';

/** An index in which only these words occur. */
const readerOf = (...words: string[]): IndexReader => {
  const known = new Set(words.map(stem));
  return { hits: (key: string) => Promise.resolve(known.has(key) ? [{ record: 0, score: 1 }] : []) } as unknown as IndexReader;
};

const baseOf = (typed: string, ...words: string[]): Promise<string | undefined> => derivedFrom(readerOf(...words), stem(typed));

test('An adjective is the noun of which it is made.', async () => {
  assert.equal(await baseOf('музыкальный', 'музыка'), stem('музыка'));
  assert.equal(await baseOf('нейросетевой', 'нейросеть'), stem('нейросеть'));
});

test('A verb with a prefix is the verb or noun without it.', async () => {
  for (const [typed, word] of [
    ['перемержил', 'мерж'],
    ['отквантовать', 'квантование'],
    ['передообучили', 'дообучили'],
  ] as const)
    assert.equal(await baseOf(typed, word), stem(word), typed);
});

test('A word without a known base is not derived from any.', async () => {
  assert.equal(await baseOf('спарсили', 'спор'), undefined);
  assert.equal(await baseOf('запить', 'пить'), undefined);
  assert.equal(await baseOf('дообучить', 'дообучить'), undefined);
});
