import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bordersOf } from '../../../src/output/search-cut.ts';

test('A file of terms is known by the shortest beginning that stands after the file before.', () => {
  const files = [['aim', 'art'], ['article', 'artist'], ['base']].map((keys) => keys.map((key): [string, string] => [key, '']));
  assert.deepEqual(bordersOf(files), ['a', 'arti', 'b']);
});
