import assert from 'node:assert/strict';
import { test } from 'node:test';
import { difference } from '../../../src/views/wording-difference.ts';

test('Two wordings are split at whole words, and their joined parts give the same texts.', () => {
  for (const [before, after, removed, added] of [
    ['A toll is two coins a crossing.', 'A toll is one coin a crossing.', 'two coins ', 'one coin '],
    ['A toll is due.', 'A toll is due at once.', 'due.', 'due at once.'],
    ['The same.', 'The same.', '', ''],
    ['Gone now', '', 'Gone now', ''],
  ] as const) {
    const [one, two] = difference(before, after);
    assert.deepEqual([one.middle, two.middle], [removed, added]);
    assert.equal(one.start + one.middle + one.end, before);
    assert.equal(two.start + two.middle + two.end, after);
  }
});
