import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readNumbers, readPostings, readTable, writeNumber, writePostings, writeTable } from '../../../src/search/postings.ts';

test('Numbers are read as they were written.', () => {
  const numbers = [0, 1, 31, 32, 63, 64, 1023, 1024, 123_456, 2 ** 30];
  assert.deepEqual(readNumbers(numbers.map(writeNumber).join('')), numbers);
});

test('Postings are read as they were written: records, fields and places.', () => {
  const postings = [
    { record: 0, fields: 1, places: [] },
    { record: 7, fields: 63, places: [0, 4, 900] },
    { record: 5000, fields: 0, places: [3] },
  ];
  assert.deepEqual(readPostings(writePostings(postings)), postings);
});

test('A table is read as it was written, and keys share their beginnings.', () => {
  const rows = [
    ['extract', 'A'],
    ['extract=', 'B'],
    ['extraction', ''],
    ['§13', 'C'],
    ['извлечен', 'D'],
  ] as const;
  const text = writeTable(rows);
  assert.deepEqual([...readTable(text)], rows);
  assert.equal(text.match(/extract/g)!.length, 1);
  assert.deepEqual([...readTable('')], []);
});
