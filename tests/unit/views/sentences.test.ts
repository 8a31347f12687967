import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beginning, clip, opening, sentencesOf } from '../../../src/views/sentences.ts';

test('A text is divided where a sentence ends, not at an abbreviation or a number.', () => {
  assert.deepEqual(sentencesOf('See art. 1334 and Nix v. Hedden. It is 2.5 long, e.g. Here. “Is it?” It is!'), [
    'See art. 1334 and Nix v. Hedden.',
    'It is 2.5 long, e.g. Here.',
    '“Is it?”',
    'It is!',
  ]);
  assert.deepEqual(sentencesOf('См. ст. 1334 ГК РФ. Т. е. так. «Да.» Нет.'), ['См. ст. 1334 ГК РФ.', 'Т. е. так.', '«Да.»', 'Нет.']);
});

test('The beginning of a text has complete sentences, at least one.', () => {
  assert.equal(beginning(sentencesOf('One two. Three four. Five six.'), 20), 'One two. Three four.');
  assert.equal(beginning(sentencesOf('One two. Three four.'), 3), 'One two.');
  assert.equal(beginning(sentencesOf(''), 20), '');
});

test('A short first sentence is followed by the next one.', () => {
  assert.equal(opening(sentencesOf('No. It is not. At all.'), 10), 'No. It is not.');
  assert.equal(opening(sentencesOf('It certainly is not. At all.'), 10), 'It certainly is not.');
  assert.equal(opening(sentencesOf('No.'), 10), 'No.');
});

test('A long text is cut at a word.', () => {
  assert.equal(clip('one two, three', 9), 'one two…');
  assert.equal(clip('one two', 9), 'one two');
});
