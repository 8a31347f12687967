import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stem } from '../../../src/search/analyzer.ts';
import type { IndexReader } from '../../../src/search/index-reader.ts';
import { expandQuery } from '../../../src/search/query-expansion.ts';
import { parseQuery } from '../../../src/search/query.ts';
import { rank } from '../../../src/search/ranking.ts';

/** A Russian index in which these words occur in so many records. */
function readerOf(words: Record<string, number>, synonyms: string[][] = [], dictionary: string[] = []): IndexReader {
  const counts = new Map(Object.entries(words).map(([word, count]) => [/^[a-z]/.test(word) ? word : stem(word), count]));
  return {
    size: 100,
    pageOf: Array.from({ length: 100 }, (_, record) => record),
    manifest: { language: 'ru', kindOf: 'a'.repeat(100), common: [], synonyms: synonyms.map((group) => group.map(stem)) },
    isOfQuestions: () => false,
    kindOf: () => 'concept',
    facetValuesOf: () => ['ru'],
    hits: (key: string) => Promise.resolve(Array.from({ length: counts.get(key) ?? 0 }, (_, record) => ({ record, score: 1, inOrder: true }))),
    prefixHits: () => Promise.resolve([]),
    words: () => Promise.resolve(new Map(dictionary.map((word) => [word, '1']))),
  } as unknown as IndexReader;
}

async function keysOf(typed: string, reader: IndexReader): Promise<string[]> {
  const [term] = await expandQuery(reader, parseQuery(`${typed} `));
  return term!.candidates.map(({ key }) => key);
}

test('A version or an acronym in Cyrillic is also looked up in Latin letters.', async () => {
  assert.deepEqual(await keysOf('р1', readerOf({ r1: 2 })), ['r1']);
  assert.deepEqual(await keysOf('дпо', readerOf({ dpo: 2 })), ['dpo']);
  assert.deepEqual(await keysOf('дпо', readerOf({ дпо: 40, dpo: 2 })), ['дпо']);
});

test('A name in Cyrillic that occurs in few records is also looked up in its own letters, a common word is not.', async () => {
  const group = [['copilot', 'копайлот']];
  assert.deepEqual(await keysOf('копайлоту', readerOf({ копайлот: 1, copilot: 5 }, group)), ['копайлот', 'copilot']);
  assert.deepEqual(await keysOf('копайлоту', readerOf({ копайлот: 50, copilot: 5 }, group)), ['копайлот']);
  assert.deepEqual(await keysOf('монгу', readerOf({ монга: 1, mongodb: 5 }, [['mongodb', 'монга']])), ['монг', 'mongodb']);
});

test('A translation is not another spelling of a word: «наказ» is not “fine”.', async () => {
  assert.deepEqual(await keysOf('наказать', readerOf({ наказание: 5, fine: 9 }, [['fine', 'наказание']])), ['наказ']);
});

test('A word that hardly any record contains is also the word that it is made of.', async () => {
  assert.deepEqual(await keysOf('передообучить', readerOf({ передообучить: 1, дообучить: 20 })), [stem('передообучить'), stem('дообучить')]);
  assert.deepEqual(await keysOf('передообучить', readerOf({ передообучить: 9, дообучить: 20 })), [stem('передообучить')]);
});

test('A long word with one edit is a typo before it is a Latin name.', async () => {
  const reader = readerOf({ дистилляция: 9, distil: 9 }, [], ['дистилляция', 'distil']);
  const [term] = await expandQuery(reader, parseQuery('дистиляция '));
  assert.equal(term!.correction, 'дистилляция');
});

test('A word with a hyphen is also looked up without it, if its end is unknown.', async () => {
  const termsOf = async (words: Record<string, number>): Promise<string[][]> => {
    const terms = await expandQuery(readerOf(words), parseQuery('pre-emption '));
    return terms.map(({ candidates }) => candidates.map(({ key }) => key));
  };
  assert.deepEqual(await termsOf({ pre: 9, preemption: 2 }), [['pre'], ['preemption']]);
  assert.deepEqual(await termsOf({ pre: 9, emption: 3, preemption: 2 }), [['pre'], ['emption']]);
});

test('A repeated word counts once: «слово в слово».', async () => {
  const reader = readerOf({ слово: 10, цитата: 5 });
  const scores = async (typed: string): Promise<number[]> => {
    const query = parseQuery(typed);
    const ranked = await rank(reader, query, await expandQuery(reader, query), []);
    return ranked.map(({ score }) => score);
  };
  assert.deepEqual(await scores('цитата слово в слово '), await scores('цитата слово '));
});
