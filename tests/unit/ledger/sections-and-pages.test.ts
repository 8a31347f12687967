import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsOfFault } from '../../../src/ledger/words.ts';
import { A, B, C, D, E, base, landings, ledgerOf, namesOn, page, next } from './pages.ts';

const p = (sections: Record<string, readonly string[]>) => base(page('p', sections));

test('A renamed section lands on the one that has its text, and its blocks keep their addresses.', () => {
  const { ledger } = ledgerOf(p({ d: [A, B], e: [C] }), p({ meaning: [A, B], e: [C] }));
  assert.deepEqual(landings(ledger), { 'en/p.d': 'en/p.meaning' });
  assert.deepEqual(namesOn(ledger, 'en/p'), ['meaning', 'd.1', 'd.2', 'e', 'e.1']);
});

test('A new block of a renamed section is numbered under its new name.', () => {
  const { ledger } = ledgerOf(p({ d: [A] }), p({ meaning: [A, B] }));
  assert.deepEqual(namesOn(ledger, 'en/p'), ['meaning', 'd.1', 'meaning.1']);
});

test('A section merged into another lands on it.', () => {
  assert.deepEqual(landings(ledgerOf(p({ d: [A, B], e: [C] }), p({ e: [C, A, B] })).ledger), { 'en/p.d': 'en/p.e' });
});

test('A section moved to another page lands there, and so do its blocks and its notes.', () => {
  const note = '#fn-maker The maker is whoever organised the gathering of materials at a cost.';
  const { ledger } = ledgerOf(
    base(page('p', { d: [A, note], e: [C] }), page('q', { f: [D] })),
    base(page('p', { e: [C] }), page('q', { f: [D], d: [A, note] })),
  );
  assert.deepEqual(landings(ledger), { 'en/p.d': 'en/q.d', 'en/p.d.1': 'en/q.d.1', 'en/p.fn-maker': 'en/q.fn-maker' });
});

test('A section that is gone with its text needs an heir, and the message says how to name one.', () => {
  const { ledger } = ledgerOf(p({ d: [A, B], e: [C] }));
  const { faults } = next(ledger, p({ e: [C], f: [D] }));
  assert.deepEqual(faults, [{ kind: 'no-heir', facts: { address: 'p.d', near: [] } }]);
  assert.deepEqual(wordsOfFault(faults[0]!), {
    what: '“p.d” was published and is gone, and nothing took its place for certain.',
    remedy: 'Say in heirs.yaml where it shall land: p.d: <address>.',
  });
});

test('A section torn into two needs an heir; both are offered, the one with more of it first.', () => {
  const { faults } = next(ledgerOf(p({ d: [A, B, C], e: [] })).ledger, p({ e: [A, `${B} And more.`], f: [C] }));
  assert.deepEqual(
    faults.map(({ facts }) => facts),
    [],
  );
  const torn = next(ledgerOf(p({ d: [A, B], e: [] })).ledger, p({ e: [A], f: [B] }));
  assert.deepEqual(
    torn.faults.map(({ facts }) => facts),
    [{ address: 'p.d', near: ['p.e', 'p.f'] }],
  );
});

test('The heir that the writer names comes before any guess, for blocks as well, and later too.', () => {
  const { ledger } = ledgerOf(p({ d: [A, B], e: [C, D] }));
  const after = p({ e: [C, D], f: [A] });
  const heirs = new Map([
    ['p.d', 'p.e'],
    ['p.d.2', 'p.e.2'],
  ]);
  const named = next(ledger, after, heirs);
  assert.deepEqual(landings(named.ledger), { 'en/p.d': 'en/p.e', 'en/p.d.2': 'en/p.e.2' });
  const other = next(named.ledger, after, new Map([['p.d', 'p.f']]));
  assert.equal(landings(other.ledger)['en/p.d'], 'en/p.f');
  assert.deepEqual(other.redirected, [{ key: 'en/p.d', to: 'en/p.f' }]);
});

test('An heir that is not there, and an address that never was, are told of with what is near.', () => {
  const { ledger } = ledgerOf(p({ definition: [A, B], e: [C] }));
  const { faults } = next(
    ledger,
    p({ e: [C], doubts: [D] }),
    new Map([
      ['p.definition', 'p.doubt'],
      ['x', 'p'],
    ]),
  );
  assert.deepEqual(
    faults.map(({ kind, facts }) => [kind, facts]),
    [
      ['no-heir', { address: 'p.definition', near: [] }],
      ['unknown-heir', { address: 'p.definition', heir: 'p.doubt', near: ['p.doubts'] }],
      ['unknown-forebear', { address: 'x', near: ['p'] }],
    ],
  );
});

test('A renamed page lands on the new one; every block, section and note keeps its name there, with its first day.', () => {
  const sections = { intro: [A], d: [B, C, '#fn-n A note of several words, to be known by.'] };
  const { ledger } = ledgerOf(base(page('p', sections), page('q', { d: [D] })), base(page('r', sections), page('q', { d: [D] })));
  assert.deepEqual(landings(ledger), {
    'en/p': 'en/r',
    ...Object.fromEntries(['intro', 'intro.1', 'd', 'd.1', 'd.2', 'fn-n'].map((name) => [`en/p.${name}`, `en/r.${name}`])),
  });
  assert.equal(ledger.get('en/r.d.1')!.first, '2026-01-01');
  assert.deepEqual(ledger.get('en/r')!.from, ['p']);
});

test('A renamed page gives no number again that the page before it gave.', () => {
  const { ledger } = ledgerOf(p({ d: [A, B, C] }), p({ d: [A, B] }), base(page('r', { d: [A, B] })), base(page('r', { d: [A, B, D] })));
  assert.deepEqual(namesOn(ledger, 'en/r'), ['d', 'd.1', 'd.2', 'd.4']);
});

test('A page renamed and named back bears its old addresses again.', () => {
  const { ledger, revived } = ledgerOf(p({ d: [A] }), base(page('r', { d: [A] })), p({ d: [A] }));
  assert.deepEqual(landings(ledger), { 'en/r': 'en/p', 'en/r.d': 'en/p.d', 'en/r.d.1': 'en/p.d.1' });
  assert.deepEqual(revived, ['en/p', 'en/p.d', 'en/p.d.1']);
});

test('A page merged into one that was there lands on it, its sections and blocks on their text.', () => {
  const { ledger } = ledgerOf(base(page('p', { d: [A, B] }), page('q', { d: [C] })), base(page('q', { d: [C], more: [A, B] })));
  assert.deepEqual(landings(ledger), { 'en/p': 'en/q', 'en/p.d': 'en/q.more', 'en/p.d.1': 'en/q.more.1', 'en/p.d.2': 'en/q.more.2' });
});

test('A page that is gone with its text needs one heir for all that stood on it.', () => {
  const { ledger } = ledgerOf(base(page('p', { d: [A, B] }), page('q', { e: [C] })));
  const after = base(page('q', { e: [C] }));
  assert.deepEqual(
    next(ledger, after).faults.map(({ facts }) => facts),
    [{ address: 'p', near: [] }],
  );
  const { faults, ledger: last } = next(ledger, after, new Map([['p', 'q.e']]));
  assert.deepEqual(faults, []);
  assert.deepEqual(new Set(Object.values(landings(last))), new Set(['en/q.e']));
});

test('A page that becomes a question is remembered as the concept that it was.', () => {
  const { ledger } = ledgerOf(p({ d: [A] }), base(page('p', { d: [A] }, { kind: 'question' })));
  assert.deepEqual(ledger.get('en/p')!.was, ['concept']);
});

test('An old id cannot be given to another text while what it meant lives on, unless the writer says so.', () => {
  const { ledger } = ledgerOf(p({ d: [A, B] }), p({ meaning: [A, B] }));
  const after = p({ d: [C, D], meaning: [A, B] });
  assert.deepEqual(next(ledger, after).faults, [{ kind: 'address-taken', facts: { address: 'p.d', heir: 'p.meaning' } }]);
  assert.deepEqual(next(ledger, after, new Map([['p.d', 'p.d']])).faults, []);
});

test('Two sections that exchange ids with new ones in between are told of.', () => {
  const { faults } = next(ledgerOf(p({ d: [A, B], e: [C, D] })).ledger, p({ x: [A, B], d: [C, D], e: [E] }));
  assert.deepEqual(
    faults.map(({ kind, facts }) => [kind, facts]),
    [['address-taken', { address: 'p.d', heir: 'p.x' }]],
  );
});

test('A renamed outcome of a tree lands on the one of the same words; a removed one on the tree.', () => {
  const tree = (...outcomes: [string, string][]) =>
    base({ lang: 'en', id: 't', kind: 'decision', text: 'A tree', parts: outcomes.map(([name, text]) => ({ kind: 'outcome', name, text })) });
  const { ledger } = ledgerOf(tree(['duty', A], ['risk', B]), tree(['agpl', A], ['clear', C]));
  assert.deepEqual(landings(ledger), { 'en/t.duty': 'en/t.agpl', 'en/t.risk': 'en/t' });
});

test('What the writer says of a block stays said, wherever its text goes; the ledger does not waver.', () => {
  const before = base(page('p', { d: [A, B, C] }), page('q', { e: [D] }));
  const after = base(page('p', { d: [B, C] }), page('q', { e: [D, A] }));
  const heirs = new Map([['p.d.1', 'p.d.3']]);
  const named = next(ledgerOf(before).ledger, after, heirs);
  assert.equal(landings(named.ledger)['en/p.d.1'], 'en/p.d.3');
  const later = next(named.ledger, base(page('p', { d: [B, C] }), page('q', { e: [A, D, E] })), heirs);
  assert.deepEqual([landings(later.ledger)['en/p.d.1'], later.redirected], ['en/p.d.3', []]);
});

test('An address that is to be its own heir, and is gone, or two that are each other’s, are told of.', () => {
  const { ledger } = ledgerOf(p({ d: [A], e: [B], f: [C] }));
  const heirsOf = (heirs: [string, string][]) =>
    next(ledger, p({ f: [C, D] }), new Map(heirs)).faults.map(({ kind, facts }) => [kind, 'address' in facts && facts.address]);
  assert.deepEqual(
    heirsOf([
      ['p.d', 'p.d'],
      ['p.e', 'p.f'],
    ]),
    [
      ['no-heir', 'p.d'],
      ['unknown-heir', 'p.d'],
    ],
  );
  assert.deepEqual(
    heirsOf([
      ['p.d', 'p.e'],
      ['p.e', 'p.d'],
    ]),
    [
      ['unknown-heir', 'p.d'],
      ['unknown-heir', 'p.e'],
    ],
  );
});
