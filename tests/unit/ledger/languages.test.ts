import assert from 'node:assert/strict';
import { test } from 'node:test';
import { A, B, C, base, landings, ledgerOf, namesOn, page, next } from './pages.ts';

const RU_A = 'Извлечение есть перенос всего содержания базы данных на другой носитель любым способом.';
const RU_B = 'Лицензия начинается с разрешения и прекращается, когда кто-то передаёт произведение вопреки её условиям.';
const RU_C = 'Веса суть числа, найденные обучением; никто не писал их и никто не читает подряд.';
const en = (...texts: string[]) => page('p', { d: texts });
const ru = (...texts: string[]) => page('p', { d: texts }, { lang: 'ru' });

test('A translation takes the numbers of the blocks that it translates.', () => {
  const { ledger } = ledgerOf(base(en(A, B)), base(en(C, A, B)), base(en(C, A, B), ru(RU_C, RU_A, RU_B)));
  assert.deepEqual(namesOn(ledger, 'ru/p'), ['d', 'd.3', 'd.1', 'd.2']);
});

test('A block added in both languages at one place gets one number, whenever the translation follows.', () => {
  const { ledger } = ledgerOf(base(en(A, B), ru(RU_A, RU_B)), base(en(A, C, B), ru(RU_A, RU_B)), base(en(A, C, B), ru(RU_A, RU_C, RU_B)));
  assert.deepEqual(namesOn(ledger, 'ru/p'), ['d', 'd.1', 'd.3', 'd.2']);
});

test('A number that one language gave to a block means no other block in another.', () => {
  const { ledger } = ledgerOf(base(en(A, B), ru(RU_A, RU_B)), base(en(A, B), ru(RU_A, RU_B, RU_C)), base(en(C, A, B), ru(RU_A, RU_B, RU_C)));
  assert.deepEqual([namesOn(ledger, 'ru/p').at(-1), namesOn(ledger, 'en/p')[1]], ['d.3', 'd.4']);
});

test('A translation that is taken away lands on the page of the first language, each block on its own.', () => {
  assert.deepEqual(landings(ledgerOf(base(en(A, B), ru(RU_A, RU_B)), { ...base(en(A, B)), languages: ['en', 'ru'] }).ledger), {
    'ru/p': 'en/p',
    'ru/p.d': 'en/p.d',
    'ru/p.d.1': 'en/p.d.1',
    'ru/p.d.2': 'en/p.d.2',
  });
});

test('The writer is asked once for an heir, in whatever languages the address is.', () => {
  const { ledger } = ledgerOf(base(en(A, B), ru(RU_A, RU_B), page('q', { d: [C] }), page('q', { d: [RU_C] }, { lang: 'ru' })));
  const after = base(page('q', { d: [C] }), page('q', { d: [RU_C] }, { lang: 'ru' }));
  assert.deepEqual(
    next(ledger, after).faults.map(({ facts }) => facts),
    [{ address: 'p', near: [] }],
  );
  const { ledger: last } = next(ledger, after, new Map([['p', 'q']]));
  assert.deepEqual([landings(last)['en/p.d'], landings(last)['ru/p.d']], ['en/q', 'ru/q']);
});

test('A section renamed in both languages lands on the new one in each, even if the translation was written anew.', () => {
  const other = 'Совсем другие слова стоят теперь под этим заголовком, и прежних среди них нет.';
  const { ledger } = ledgerOf(base(en(A, B), ru(RU_A, RU_B)), base(page('p', { m: [A, B] }), page('p', { m: [other] }, { lang: 'ru' })));
  assert.deepEqual([landings(ledger)['en/p.d'], landings(ledger)['ru/p.d']], ['en/p.m', 'ru/p.m']);
});
