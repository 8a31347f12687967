import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesIn } from '../../../src/ledger/changes.ts';
import { update } from '../../../src/ledger/update.ts';
import type { Publication } from '../../../src/ledger/publication.ts';
import { A, B, C, D, base, page } from './pages.ts';

/** Publish states one after the other, on days of January. */
const published = (...states: [day: number, state: Publication][]) =>
  states.reduce(
    (ledger, [day, state]) => update(ledger, state, `2026-01-0${day}`, new Map([['q', 'p']])).ledger,
    new Map() as ReturnType<typeof update>['ledger'],
  );
const told = (...states: [number, Publication][]) =>
  changesIn(published(...states), 'en').map(({ day, page: id, what, sections, to }) =>
    [day.slice(-1), id, what, ...sections, ...(to ? [`→ ${to}`] : [])].join(' '),
  );

const start = base(page('p', { d: [A, B] }), page('q', { e: [C] }));

test('A page is told of on the day of its publication, once.', () => {
  assert.deepEqual(told([1, start]), ['1 p published', '1 q published']);
});

test('A passage that was reworded, added or taken out is told of with its section, the latest day first.', () => {
  assert.deepEqual(told([1, start], [2, base(page('p', { d: [A, B] }), page('q', { e: [`${C} Really.`] }))]), [
    '2 q changed e',
    '1 p published',
    '1 q published',
  ]);
  assert.deepEqual(told([1, start], [3, base(page('p', { d: [A, B, D] }), page('q', { e: [C] }))]), [
    '3 p changed d',
    '1 p published',
    '1 q published',
  ]);
  assert.deepEqual(told([1, start], [4, base(page('p', { d: [A] }), page('q', { e: [C] }))]), ['4 p changed d', '1 p published', '1 q published']);
});

test('A page that is gone is told of with its heir.', () => {
  assert.ok(told([1, start], [5, base(page('p', { d: [A, B] }))]).includes('5 q moved → p'));
});

test('Nothing is told of a language that has no pages.', () => {
  assert.deepEqual(changesIn(published([1, start]), 'ru'), []);
});
