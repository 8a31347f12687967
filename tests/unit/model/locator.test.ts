import assert from 'node:assert/strict';
import { test } from 'node:test';
import { locatorIn, paragraphAt, paragraphLabel } from '../../../src/model/locator.ts';

const paragraph = { label: '1', original: 'Words.' };
const paragraphs = Object.fromEntries(['p1', 'p1-a2', 'p1-sc', 'p2', 'p2-s9', 'p2-s14-1', 'p5-1', 'a1', 's1'].map((id) => [id, paragraph]));
const at = (locator: string) => paragraphAt({ paragraphs }, locator);

test('A locator refers to its paragraph, of several to the first.', () => {
  const named: [locator: string, id: string][] = [
    ['para. 1', 'p1'],
    ['paras. 1 and 2', 'p1'],
    ['paras. 1-2', 'p1'],
    ['para. 1, indent 1', 'p1'],
    ['para. 1, indent 2', 'p1-a2'],
    ['para. 1(c)', 'p1-sc'],
    ['para. 1, sub-para. c', 'p1-sc'],
    ['para. 2(9)', 'p2-s9'],
    ['para. 2, sub-para. 9', 'p2-s9'],
    ['para. 2, sub-paras. 9 and 11', 'p2-s9'],
    ['para. 2(14.1)', 'p2-s14-1'],
    ['para. 5.1', 'p5-1'],
    ['indent 1', 'a1'],
    ['sub-para. 1', 's1'],
  ];
  for (const [locator, id] of named) assert.deepEqual(at(locator), { id }, locator);
});

test('A paragraph that the text does not have is missing; a locator of another form refers to none.', () => {
  assert.deepEqual(at('para. 3'), { missing: true });
  assert.deepEqual(at('para. 1, indent 3'), { missing: true });
  for (const locator of ['p. 307', 'note 9', 'point (d)', 'preamble', 'art. 7']) assert.equal(at(locator), undefined);
});

test('In Russian a paragraph of a licence is an indent, and one of a statute has its number.', () => {
  const [licence, statute] = ['webpage', 'legislation'].map((type) => ({ data: { type } }));
  assert.equal(locatorIn({ lang: 'ru', languages: ['en', 'ru'] }, 'para. 1', licence!).text, 'абз. 1');
  assert.equal(locatorIn({ lang: 'ru', languages: ['en', 'ru'] }, 'para. 1, indent 2', statute!).text, 'п. 1, абз. 2');
  assert.equal(paragraphLabel('2', { lang: 'ru', languages: ['en', 'ru'] }, licence!), 'абз. 2');
  assert.equal(paragraphLabel('2', { lang: 'ru', languages: ['en', 'ru'] }, statute!), 'п. 2');
  assert.equal(locatorIn({ lang: 'en', languages: ['en', 'ru'] }, 'para. 1', licence!).text, 'para. 1');
});
