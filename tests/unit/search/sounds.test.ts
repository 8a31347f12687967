import assert from 'node:assert/strict';
import { test } from 'node:test';
import { soundingLike } from '../../../src/search/sounds.ts';

const known = new Map(
  'google oracle william hill hall while github ryanair thomson reuters gemini chessbase claude cloud patent open'
    .split(' ')
    .map((word) => [word, '3']),
);

test('A name said in Cyrillic is the Latin name with the same sounds.', () => {
  for (const [typed, meant] of Object.entries({
    гугл: 'google',
    оракл: 'oracle',
    уильям: 'william',
    хилл: 'hill',
    гитхаб: 'github',
    райанэйр: 'ryanair',
    томсон: 'thomson',
    ройтерс: 'reuters',
    джемини: 'gemini',
    чессбейс: 'chessbase',
    клод: 'claude',
  }))
    assert.equal(soundingLike([typed], known), meant, typed);
});

test('A name is known in its cases by its stem, and a word that no name sounds like is none.', () => {
  assert.equal(soundingLike(['гитхабом', 'гитхаб'], known), 'github');
  for (const word of ['скачки', 'договор', 'самолет']) assert.equal(soundingLike([word], known), undefined, word);
});

test('An exact match has all the sounds of the typed word.', () => {
  assert.equal(soundingLike(['патент'], known, true), 'patent');
  assert.equal(soundingLike(['чессбейс'], known, true) ?? soundingLike(['чессбейс'], known), 'chessbase');
  assert.equal(soundingLike(['патэнд'], known, true), undefined);
});
