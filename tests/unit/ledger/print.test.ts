import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scalesFor } from '../../../src/ledger/likeness.ts';
import { isPrint, lengthOf, printOf } from '../../../src/ledger/print.ts';
import { A, B, C } from './pages.ts';

test('A fingerprint is the same for the same words, whatever their case, quotation marks and line breaks.', () => {
  assert.equal(printOf('The “Program” is\n free.'), printOf('the "program" is free'));
});

test('A fingerprint tells the change of one word, and of the order of two.', () => {
  assert.notEqual(printOf('free as in speech'), printOf('free as in speeches'));
  assert.notEqual(printOf('law and fact'), printOf('fact and law'));
});

test('A fingerprint is short: two signs a word, and fits into a line of JSON.', () => {
  const print = printOf(A);
  assert.ok(print.length < A.length);
  assert.ok(isPrint(print));
  assert.equal(JSON.stringify(print).length, print.length + 2);
  assert.equal(printOf(''), 'BHJ3F.');
});

test('Words are read in any script; signs of Chinese and Japanese are words of their own.', () => {
  assert.equal(lengthOf(printOf('Извлечение материалов из базы данных')), 5);
  assert.equal(lengthOf(printOf('数据库')), 3);
});

test('A paragraph is likest to itself with half of its words replaced.', () => {
  const half = A.split(' ')
    .map((word, at) => (at % 2 ? `other${at}` : word))
    .join(' ');
  const [a, b, c, reworded] = [A, B, C, half].map(printOf) as [string, string, string, string];
  const { likeness } = scalesFor([a, b, c], [reworded, b, c]);
  assert.ok(likeness(a, reworded) > 0.35);
  assert.ok(likeness(b, reworded) < 0.15);
  assert.ok(likeness(c, reworded) < 0.15);
});

test('A part of a split paragraph is held by it wholly, and what was merged holds both.', () => {
  const [a, whole] = [printOf(A), printOf(`${A} ${B}`)];
  const { share } = scalesFor([a], [whole]);
  assert.equal(share(a, whole), 1);
  assert.ok(share(whole, a) < 0.7);
});
