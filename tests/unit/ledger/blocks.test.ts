import assert from 'node:assert/strict';
import { test } from 'node:test';
import { landingOf } from '../../../src/ledger/ledger.ts';
import { A, B, C, D, E, base, landings, ledgerOf, namesOn, page } from './pages.ts';

const p = (sections: Record<string, readonly string[]>) => base(page('p', sections));
const x = 'en/p';

test('Blocks are numbered in order, section by section, from one.', () => {
  assert.deepEqual(namesOn(ledgerOf(p({ intro: [A], d: [B, C] })).ledger, x), ['intro', 'intro.1', 'd', 'd.1', 'd.2']);
});

test('A reworded block keeps its number, its first day, and notes the day of the change.', () => {
  const reworded = 'Extraction means the carrying of the whole contents of a data base to some other carrier, in any form.';
  const { ledger, changed, added } = ledgerOf(p({ d: [A, B] }), p({ d: [reworded, B] }));
  assert.deepEqual(namesOn(ledger, x), ['d', 'd.1', 'd.2']);
  assert.deepEqual([changed, added], [['en/p.d.1'], []]);
  assert.deepEqual([ledger.get('en/p.d.1')!.first, ledger.get('en/p.d.1')!.changed], ['2026-01-01', '2026-01-02']);
});

test('Blocks that change places keep their numbers.', () => {
  assert.deepEqual(namesOn(ledgerOf(p({ d: [A, B, C] }), p({ d: [C, A, B] })).ledger, x), ['d', 'd.3', 'd.1', 'd.2']);
});

test('A block keeps its address when it moves to another section of its page.', () => {
  const { ledger, retired } = ledgerOf(p({ d: [A, B], e: [C] }), p({ d: [B], e: [C, A] }));
  assert.deepEqual(namesOn(ledger, x), ['d', 'd.2', 'e', 'e.1', 'd.1']);
  assert.deepEqual(retired, []);
});

test('A new block gets the next number of its section, also in the middle.', () => {
  assert.deepEqual(namesOn(ledgerOf(p({ d: [A, B] }), p({ d: [A, C, B] })).ledger, x), ['d', 'd.1', 'd.3', 'd.2']);
});

test('A number is never given again, neither of a block that was removed nor of one that moved away.', () => {
  assert.deepEqual(namesOn(ledgerOf(p({ d: [A, B] }), p({ d: [A] }), p({ d: [A, C] })).ledger, x), ['d', 'd.1', 'd.3']);
  assert.deepEqual(namesOn(ledgerOf(p({ d: [A, B], e: [] }), p({ d: [A], e: [B] }), p({ d: [A, C], e: [B] })).ledger, x), [
    'd',
    'd.1',
    'd.3',
    'e',
    'd.2',
  ]);
});

test('A removed block lands on the one before it, the first on the one after it, the last of a section on the section.', () => {
  assert.deepEqual(landings(ledgerOf(p({ d: [A, B, C] }), p({ d: [A, C] })).ledger), { 'en/p.d.2': 'en/p.d.1' });
  assert.deepEqual(landings(ledgerOf(p({ d: [A, B, C] }), p({ d: [B, C] })).ledger), { 'en/p.d.1': 'en/p.d.2' });
  assert.deepEqual(landings(ledgerOf(p({ d: [A], e: [B] }), p({ d: [], e: [B] })).ledger), { 'en/p.d.1': 'en/p.d' });
});

test('Of a split block the greater part keeps the number, and the other gets a new one.', () => {
  const [few, many] = [A.split(' ').slice(0, 5).join(' '), A.split(' ').slice(5).join(' ')];
  assert.deepEqual(namesOn(ledgerOf(p({ d: [A, B] }), p({ d: [few, many, B] })).ledger, x), ['d', 'd.3', 'd.1', 'd.2']);
});

test('A block merged into another lands on it, and gets its number back when the two are parted again.', () => {
  const short = 'Copying alone is enough.';
  const merged = ledgerOf(p({ d: [A, short, B] }), p({ d: [`${A} ${short}`, B] }));
  assert.deepEqual(namesOn(merged.ledger, x), ['d', 'd.1', 'd.3']);
  assert.deepEqual(landings(merged.ledger), { 'en/p.d.2': 'en/p.d.1' });
  const parted = ledgerOf(p({ d: [A, short, B] }), p({ d: [`${A} ${short}`, B] }), p({ d: [A, short, B] }));
  assert.deepEqual(namesOn(parted.ledger, x), ['d', 'd.1', 'd.2', 'd.3']);
  assert.deepEqual(parted.revived, ['en/p.d.2']);
});

test('A block that was removed and comes back bears its old number.', () => {
  const { ledger } = ledgerOf(p({ d: [A, B] }), p({ d: [A] }), p({ d: [A, C, B] }));
  assert.deepEqual(namesOn(ledger, x), ['d', 'd.1', 'd.3', 'd.2']);
});

test('A block merged into another follows its text when that is moved on, reworded, to a third.', () => {
  const long = `${B} ${C}`;
  const reworded = C.split(' ')
    .map((word, at) => (at % 3 === 2 ? `thing${at}` : word))
    .join(' ');
  const { ledger, redirected } = ledgerOf(
    base(page('p', { d: [B, C] }), page('q', { d: [D] })),
    base(page('p', { d: [long] }), page('q', { d: [D] })),
    base(page('p', { d: [B] }), page('q', { d: [D, reworded] })),
  );
  assert.equal(landingOf(ledger, 'en/p.d.2'), 'en/q.d.2');
  assert.deepEqual(redirected, [{ key: 'en/p.d.2', to: 'en/q.d.2' }]);
});

test('A block that goes to another page lands there.', () => {
  const { ledger } = ledgerOf(base(page('p', { d: [A, B] }), page('q', { d: [C] })), base(page('p', { d: [B] }), page('q', { d: [C, A] })));
  assert.deepEqual(landings(ledger), { 'en/p.d.1': 'en/q.d.2' });
});

test('Blocks of the same words keep to their order.', () => {
  const { ledger, added, retired } = ledgerOf(p({ d: ['Yes.', A, 'Yes.'], e: ['Yes.'] }), p({ d: ['Yes.', B, A, 'Yes.'], e: ['Yes.'] }));
  assert.deepEqual(namesOn(ledger, x), ['d', 'd.1', 'd.4', 'd.2', 'd.3', 'e', 'e.1']);
  assert.deepEqual([added, retired], [['en/p.d.4'], []]);
});

test('A retired address of a retired address lands on a living one.', () => {
  const { ledger } = ledgerOf(p({ d: [A, B, C] }), p({ d: [A, C] }), p({ d: [C, E] }));
  assert.deepEqual(landings(ledger), { 'en/p.d.1': 'en/p.d.3', 'en/p.d.2': 'en/p.d.3' });
  assert.equal(ledger.get('en/p.d.2')!.to, 'en/p.d.1');
  assert.equal(ledger.get('en/p.d.2')!.retired, '2026-01-02');
});

test('A ledger that is up to date is given back as it is.', () => {
  const state = p({ d: [A, B] });
  const { ledger } = ledgerOf(state);
  assert.equal(ledgerOf(state, state).ledger.size, ledger.size);
});
