import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lengthBucket, lengthBucketsNear, nearestWords, initialBucket, damerau } from '../../../src/search/edit-distance.ts';
import { otherLayout, transliterations } from '../../../src/search/transliteration.ts';

for (const [a, b, count] of [
  ['extraction', 'extraction', 0],
  ['extration', 'extraction', 1],
  ['extarction', 'extraction', 1],
  ['distilation', 'distillation', 1],
  ['mamitchev', 'mamichev', 1],
  ['weigths', 'weights', 1],
  ['kitten', 'sitting', 3],
] as const) {
  test(`${a} is ${count} edits from ${b}.`, () => assert.equal(damerau(a, b, 3), count));
}

test('More edits than the limit are not counted.', () => assert.equal(damerau('database', 'extraction', 2), 3));

test('The most similar known word is first; of equals, the most frequent.', () => {
  const known = new Map([
    ['weight', '5'],
    ['weights', '9'],
    ['height', '1'],
  ]);
  assert.deepEqual(nearestWords('weigths', known).slice(0, 1), ['weights']);
  assert.deepEqual(nearestWords('zzzzzzz', known), []);
});

test('The dictionary files include words that are two letters longer or shorter.', () => {
  for (const word of ['model', 'weights', 'distilation', 'извлечение'])
    for (const longer of [-2, -1, 0, 1, 2]) assert.ok(lengthBucketsNear(word).includes(lengthBucket(word, longer)), `${word} ${longer}`);
});

test('Words with the same first letter are in one file.', () => {
  assert.equal(initialBucket('weigths'), initialBucket('weights'));
  assert.notEqual(initialBucket('веса'), initialBucket('bases'));
});

for (const [typed, meant] of [
  ['izvlechenie', 'извлечение'],
  ['мамичев', 'mamichev'],
  ['bpdktxtybt', 'извлечение'],
  ['щзут', 'open'],
] as const) {
  test(`${typed} may mean ${meant}.`, () => {
    const spelt = transliterations(typed);
    assert.ok(
      spelt.some((word) => damerau(word, meant, 2) <= 1),
      spelt.join(),
    );
  });
}

test('In the other keyboard layout some letters are punctuation marks.', () => {
  assert.equal(otherLayout('<fpf lfyys['), 'база данных');
  assert.equal(otherLayout('щзут'), 'open');
});
