import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkLabels } from '../../../../src/model/check/locators.ts';

const reported = (locator: string) => checkLabels(locator, 'a.mdx', { line: 1, column: 1 });

test('A label that is not known is reported, with the label that is meant.', () => {
  for (const [locator, meant] of [
    ['pra. 1', 'para. 1'],
    ['paragraph 1', 'para. 1'],
    ['subpara. 9', 'sub-para. 9'],
    ['para. 1, indnt 2', 'indent 2'],
    ['section 3 and nots 4', 'note 4'],
    ['page 307', 'p. 307'],
    ['p.307', 'p. 307'],
    ['artcle 7(2)(b)', 'art. 7(2)(b)'],
    ['volume 3', 'vol. 3'],
    ['pаra. 1', 'para. 1'],
    ['р. 307', 'p. 307'],
  ] as const) {
    const [found, ...others] = reported(locator);
    assert.match(found?.hint ?? '', new RegExp(`Did you mean (?:one of: )?${meant.replace(/[.()]/g, '\\$&')}[,?]`), locator);
    assert.deepEqual(others, []);
  }
  assert.match(reported('widget 12')[0]!.hint, /^If it is a name, begin it with a capital letter\. Labels of a locator: para\., /);
});

test('Known labels, names and words without a number are valid.', () => {
  for (const locator of [
    'para. 1, indent 2',
    'paras. 1 and 2',
    'arts. 7-9',
    'sections 1.3 and 2.4',
    'opening and note 11',
    'entries 2 and 3',
    'entry OneName',
    'Annex III',
    'No. 21',
    'afterword, question 2',
    'some-name, 3 August 2023',
    'message of 4 March 2024',
    'as quoted in issue #2129',
    '§ 4',
    '12',
    'с. 307',
    'приложение III',
    'aftertaste',
  ])
    assert.deepEqual(reported(locator), [], locator);
});
