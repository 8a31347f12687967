import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bandOf, bandsNear, nearestWords, shelfOf, slips } from '../../../src/search/likeness.ts';
import { transliterations } from '../../../src/search/transliteration.ts';

for (const [a, b, count] of [
  ['extraction', 'extraction', 0],
  ['extration', 'extraction', 1],
  ['extarction', 'extraction', 1],
  ['distilation', 'distillation', 1],
  ['mamitchev', 'mamichev', 1],
  ['weigths', 'weights', 1],
  ['kitten', 'sitting', 3],
] as const) {
  test(`${a} is ${count} slips from ${b}.`, () => assert.equal(slips(a, b, 3), count));
}

test('More slips than are asked for are not counted.', () => assert.equal(slips('database', 'extraction', 2), 3));

test('Of known words the nearest comes first, then the more frequent.', () => {
  const known = new Map([
    ['weight', '5'],
    ['weights', '9'],
    ['height', '1'],
  ]);
  assert.deepEqual(nearestWords('weigths', known).slice(0, 1), ['weights']);
  assert.deepEqual(nearestWords('zzzzzzz', known), []);
});

test('Words that are two letters longer or shorter lie in the files that are read.', () => {
  for (const word of ['model', 'weights', 'distilation', 'извлечение'])
    for (const longer of [-2, -1, 0, 1, 2]) assert.ok(bandsNear(word).includes(bandOf(word, longer)), `${word} ${longer}`);
});

test('Words with one first letter lie in one file.', () => {
  assert.equal(shelfOf('weigths'), shelfOf('weights'));
  assert.notEqual(shelfOf('веса'), shelfOf('bases'));
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
      spelt.some((word) => slips(word, meant, 2) <= 1),
      spelt.join(),
    );
  });
}
