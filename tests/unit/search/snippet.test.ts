import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findHits } from '../../../src/search/snippet.ts';

const marked = (text: string, ...keys: string[]): string[] =>
  findHits(text, new Map(keys.map((key) => [key, 1]))).map(({ from, to }) => text.slice(from, to));

test('A word is highlighted in every form, but not in longer words that begin with it.', () => {
  assert.deepEqual(marked('A part, two parts and the parties', 'part'), ['part', 'parts']);
});

test('The words of a phrase are highlighted only where they follow each other.', () => {
  assert.deepEqual(marked('The set of rules; a data set, and the data in another set', 'data set'), ['data', 'set']);
});

test('A prefix highlights every word that begins with it.', () => {
  assert.deepEqual(marked('A part and the parties', 'part…'), ['part', 'parties']);
});
