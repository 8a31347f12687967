import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lacking, setWord } from '../../../src/cards/typeface.ts';

const width = (text: string, weight: 400 | 600 = 400): number => setWord(text, weight).width;

test('Signs that lean together are kerned.', () => {
  assert.ok(width('AV') < width('A') + width('V'));
});

test('Bold is wider than regular, and both write Cyrillic.', () => {
  assert.ok(width('tomato', 600) > width('tomato'));
  assert.ok(width('томат', 600) > width('томат'));
});

test('A word in two scripts is one word.', () => {
  assert.equal(setWord('GPL-код', 400).glyphs.length, 7);
});

test('A sign that the typeface lacks is taken apart or left out, and named.', () => {
  assert.equal(width('ﬁn'), width('fin'));
  assert.equal(width('a你b'), width('ab'));
  assert.deepEqual(lacking('ﬁn 你a🍅你'), ['你', '🍅']);
});

test('It has the letters and signs of both languages of the base, and their neighbours.', () => {
  assert.deepEqual(
    lacking('AaZz ÄÖÜäöüß ÉéÇç ŁłŠšŽž АаЯяЁё ІіЇїЄєҐґ ΑαΩω 0123456789 .,;:!? –— ‘’“”„«» § № € % & @ * / () [] {} … · × ‰'.replace('‰', '')),
    [],
  );
});
