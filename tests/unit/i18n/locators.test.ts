import assert from 'node:assert/strict';
import { test } from 'node:test';
import { russianLocator } from '../../../src/i18n/locators-ru.ts';

test('A locator is translated into Russian, with its parts in order.', () => {
  for (const [locator, russian] of Object.entries({
    'para. 1, indent 2': 'п. 1, абз. 2',
    'para. 2, sub-para. 9': 'п. 2, подп. 9',
    'para. 2(9)': 'п. 2, подп. 9',
    'para. 1(c)': 'п. 1(c)',
    'paras. 1 and 2': 'п. 1 и 2',
    'paras. 1-3': 'п. 1–3',
    'para. 2, sub-paras. 1, 9 and 11': 'п. 2, подп. 1, 9 и 11',
    'indent 2': 'абз. 2',
    'art. 7(2)(b)': 'ст. 7(2)(b)',
    'arts. 7 and 8': 'ст. 7 и 8',
    'section 4.b.ii': 'раздел 4.b.ii',
    'section IV.b': 'раздел IV.b',
    'section D.2': 'раздел D.2',
    'sections 1.3 and 2.4': 'разделы 1.3 и 2.4',
    'point (d) and note 11': 'п. (d) и прим. 11',
    'note 4 and points (d)-(f)': 'прим. 4 и п. (d)–(f)',
    'answers 3 and 4': 'ответы 3 и 4',
    'points (b) and (f), answer 2': 'п. (b) и (f), ответ 2',
    'afterword, question 2': 'послесловие, вопрос 2',
    'contexts 1 and 2, note 3': 'контексты 1 и 2, прим. 3',
    'p. 307': 'с. 307',
    'vol. 2, part 3': 'т. 2, ч. 3',
    'steps 1 and 2': 'шаги 1 и 2',
    'message of 4 March 2024': 'сообщение от 4 марта 2024',
    'somebody, 3 August 2023': 'somebody, 3 августа 2023',
  }))
    assert.equal(russianLocator(locator), russian, locator);
});

test('A locator with an unknown part is not translated.', () => {
  for (const locator of ['section on training', 'entry GPLOutput', 'README', 'constructor 1', 'toString'])
    assert.equal(russianLocator(locator), undefined, locator);
});

test('Paragraphs without numbers of their own are indents.', () => {
  for (const [locator, russian] of Object.entries({
    'para. 1': 'абз. 1',
    'paras. 1 and 2': 'абз. 1 и 2',
    'para. 1(c)': 'абз. 1, подп. (c)',
    'section 4': 'раздел 4',
  }))
    assert.equal(russianLocator(locator, true), russian, locator);
});
