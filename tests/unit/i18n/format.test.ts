import assert from 'node:assert/strict';
import { test } from 'node:test';
import { search as english, strings as en } from '../../../src/i18n/en.ts';
import { dateIn } from '../../../src/i18n/format.ts';
import { search as russian, strings as ru } from '../../../src/i18n/ru.ts';

test('A date has the given precision, in the order of the language.', () => {
  assert.equal(en.date('2026-11-03'), '3 November 2026');
  assert.equal(en.date('2026-11'), 'November 2026');
  assert.equal(en.date('2026'), '2026');
  assert.equal(ru.date('2026-11-03'), '3 ноября 2026');
  assert.equal(ru.date('2026-11'), 'ноябрь 2026');
});

test('Text that is not a date stays unchanged.', () => assert.equal(dateIn('en-GB')('soon'), 'soon'));

test('The form of a word depends on the number, as in the language.', () => {
  assert.equal(english.some(1, 1, 'q'), '1 result on 1 page for “q”.');
  assert.equal(english.some(5, 2, 'q'), '5 results on 2 pages for “q”.');
  assert.equal(russian.some(1, 1, 'q'), '1 фрагмент на 1 странице по запросу «q».');
  assert.equal(russian.some(22, 3, 'q'), '22 фрагмента на 3 страницах по запросу «q».');
  assert.equal(russian.some(11, 5, 'q'), '11 фрагментов на 5 страницах по запросу «q».');
  assert.equal(ru.citedTimes(2), '2 ссылки');
});

test('No string ends in two full stops.', () => {
  for (const { date, wordingOf, withdrawn, movedHere } of [en, ru])
    for (const text of [wordingOf(date('2023-06-13')), withdrawn(date('2023-06-13'), 'It was wrong.'), movedHere(date('2023-06-13'))])
      assert.doesNotMatch(text, /\.\./);
});
