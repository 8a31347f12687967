import assert from 'node:assert/strict';
import { test } from 'node:test';
import { movedPages, retiredAddresses, retiredOn } from '../../../src/ledger/landings.ts';
import { A, B, C, D, base, ledgerOf, page } from './pages.ts';

test('A page is told which old fragments land on which of its elements, and since when.', () => {
  const { ledger } = ledgerOf(base(page('p', { d: [A, B], e: [C] })), base(page('p', { m: [A], e: [C] })));
  assert.deepEqual(retiredOn(ledger, { id: 'p', lang: 'en' }), [
    { name: 'd', on: 'm', elsewhere: undefined, since: '2026-01-02' },
    { name: 'd.2', on: 'd.1', elsewhere: undefined, since: '2026-01-02' },
  ]);
});

test('A passage that went to another page is shown in the section where it was, with its new address.', () => {
  const { ledger } = ledgerOf(base(page('p', { d: [A, B] }), page('q', { e: [C] })), base(page('p', { d: [B] }), page('q', { e: [C, A] })));
  assert.deepEqual(retiredOn(ledger, { id: 'p', lang: 'en' }), [{ name: 'd.1', on: 'd', elsewhere: 'q.e.2', since: '2026-01-02' }]);
  assert.deepEqual(retiredOn(ledger, { id: 'q', lang: 'en' }), []);
});

test('A fragment that only the first language has lands in its section in another.', () => {
  const ru = page('p', { d: ['Извлечение есть перенос содержания базы данных.'] }, { lang: 'ru' });
  const { ledger } = ledgerOf(base(page('p', { d: [A, B] }), ru));
  assert.deepEqual(retiredOn(ledger, { id: 'p', lang: 'ru' }, 'ru', 'en'), [{ name: 'd.2', on: 'd', elsewhere: undefined, since: undefined }]);
});

test('A renamed page forwards from its old URL, each fragment to its own.', () => {
  const { ledger } = ledgerOf(base(page('p', { d: [A, B] })), base(page('r', { d: [A, B] })), base(page('r', { d: [A], e: [B, C] })));
  assert.deepEqual(movedPages(ledger, ['en']), [
    {
      lang: 'en',
      id: 'p',
      kind: 'concept',
      to: 'r',
      since: '2026-01-02',
      fragments: new Map([
        ['d', 'r.d'],
        ['d.1', 'r.d.1'],
        ['d.2', 'r.d.2'],
      ]),
    },
  ]);
});

test('A renamed page forwards in a language in which the first stood in for it, too.', () => {
  const { ledger } = ledgerOf(base(page('p', { d: [A] })), base(page('r', { d: [A] })));
  assert.deepEqual(
    movedPages(ledger, ['en', 'ru']).map(({ lang, id, to }) => [lang, id, to]),
    [
      ['en', 'p', 'r'],
      ['ru', 'p', 'r'],
    ],
  );
});

test('A page that changed its kind forwards from the room where it was.', () => {
  const { ledger } = ledgerOf(base(page('p', { d: [A] })), base(page('p', { d: [A, D] }, { kind: 'question' })));
  assert.deepEqual(movedPages(ledger, ['en']), [
    {
      lang: 'en',
      id: 'p',
      kind: 'concept',
      to: 'p',
      since: undefined,
      fragments: new Map([
        ['d', 'p.d'],
        ['d.1', 'p.d.1'],
        ['d.2', 'p.d.2'],
      ]),
    },
  ]);
});

test('Every address that is no more is listed with where it lands, but for blocks.', () => {
  const { ledger } = ledgerOf(base(page('p', { d: [A, B] })), base(page('r', { m: [A, B] })));
  assert.deepEqual(retiredAddresses(ledger), [
    { lang: 'en', address: 'p', to: 'r' },
    { lang: 'en', address: 'p.d', to: 'r.m' },
  ]);
});
