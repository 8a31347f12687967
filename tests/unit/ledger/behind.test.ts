import assert from 'node:assert/strict';
import { test } from 'node:test';
import { behind } from '../../../src/ledger/behind.ts';
import { wordsOfFault } from '../../../src/ledger/words.ts';
import { A, B, C, D, base, landings, ledgerOf, page, next } from './pages.ts';

const start = base(page('p', { d: [A, B] }), page('q', { e: [C] }));
const { ledger } = ledgerOf(start);

test('Nothing is told of a ledger that is up to date.', () => {
  assert.deepEqual(behind(ledger, start), []);
});

test('A ledger that is behind is told of page by page, with the command that mends it.', () => {
  const faults = behind(ledger, base(page('p', { d: [A, D] }), page('q', { e: [`${C} Really.`] })));
  assert.deepEqual(faults, [
    { kind: 'ledger-behind', facts: { page: 'en/p', added: 1, changed: 1, retired: 1 } },
    { kind: 'ledger-behind', facts: { page: 'en/q', added: 0, changed: 1, retired: 0 } },
  ]);
  assert.match(wordsOfFault(faults[0]!).remedy, /npm run permalinks/);
});

test('Blocks in another order put a ledger behind: their numbers are looked up by it.', () => {
  assert.deepEqual(behind(ledger, base(page('p', { d: [B, A] }), page('q', { e: [C] }))), [
    { kind: 'ledger-behind', facts: { page: 'en/p', added: 0, changed: 1, retired: 0 } },
  ]);
});

test('What the writer must say first is told instead.', () => {
  assert.deepEqual(
    behind(ledger, base(page('q', { e: [C] }))).map(({ kind }) => kind),
    ['no-heir'],
  );
});

test('A line taken out of the ledger is missed: of a number, of an heir, of a page.', () => {
  const grown = ledgerOf(start, base(page('p', { d: [B] }), page('q', { e: [C] })));
  const without = (key: string) => new Map([...grown.ledger].filter(([one]) => one !== key));
  const state = base(page('p', { d: [B] }), page('q', { e: [C] }));
  assert.deepEqual(behind(without('en/p.d.1'), state), [{ kind: 'lost-address', facts: { address: 'p.d.1' } }]);
  assert.deepEqual(behind(grown.ledger, state), []);
  assert.ok(behind(without('en/p.d.2'), state).length > 0);
  assert.ok(behind(without('en/p'), state).length > 0);
});

test('A lost line may be made good by naming an heir for its address.', () => {
  const grown = ledgerOf(start, base(page('p', { d: [B] }), page('q', { e: [C] })));
  const torn = new Map([...grown.ledger].filter(([key]) => key !== 'en/p.d.1'));
  const { ledger: mended, faults } = next(torn, base(page('p', { d: [B] }), page('q', { e: [C] })), new Map([['p.d.1', 'p.d.2']]));
  assert.deepEqual(faults, []);
  assert.deepEqual(landings(mended), { 'en/p.d.1': 'en/p.d.2' });
});
