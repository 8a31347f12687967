import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnostic } from '../../../src/model/diagnostics.ts';
import { closestNames } from '../../../src/model/did-you-mean.ts';
import { lookAlikesIn, withLatinLetters } from '../../../src/model/look-alikes.ts';

test('Letters that look like Latin ones are found in a name that is ASCII without them.', () => {
  for (const [name, latin, what] of [
    ['О2', 'O2', 'Cyrillic letter'],
    ['rсс-1', 'rcc-1', 'Cyrillic letter'],
    ['сору', 'copy', 'Cyrillic letter'],
    ['Α-1', 'A-1', 'Greek letter'],
    ['Ｐ4', 'P4', 'full-width character'],
  ] as const) {
    assert.equal(withLatinLetters(name), latin);
    assert.deepEqual(
      lookAlikesIn(name).map((one) => one.what),
      [what],
      name,
    );
  }
  for (const name of ['plain', 'слово', 'größe', 'P1-я', '']) assert.deepEqual(lookAlikesIn(name), [], name);
});

test('The name that looks the same is suggested alone.', () => {
  assert.deepEqual(closestNames('О2', ['O1', 'O2', 'C2']), ['O2']);
  assert.deepEqual(closestNames('слово', ['слова', 'слово']), ['слово']);
});

test('A message names each character, by script.', () => {
  const hint = (id: string) => diagnostic('bad-id', 'a.mdx', { line: 1, column: 1 }, { id }).hint;
  assert.equal(hint('сору'), '“с”, “о”, “р” and “у” are Cyrillic letters. Write copy.');
  assert.equal(hint('оne-ν'), '“о” is a Cyrillic letter. “ν” is a Greek letter. Write one-v.');
  assert.match(hint('слово'), /^An id is short/);
});
