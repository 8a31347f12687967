import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isLowWeight } from '../../../src/search/query-stopwords.ts';
import { tokensOf } from '../../../src/search/query-tokens.ts';

const light = (text: string): string[] => {
  const words = tokensOf(text);
  return words.filter((_, at) => isLowWeight(words, at)).map(({ key }) => key);
};

test('Stop words of a question have a low weight.', () => {
  assert.deepEqual(light('what does the licence say about many weights'), ['sai', 'mani']);
  assert.deepEqual(light('нашли одни датасеты, сказали про лицензию'), ['нашл', 'одн', 'сказ']);
});

test('The number of a paragraph has a low weight beside the number of its article.', () => {
  assert.deepEqual(light('п. 1 ст. 1335.1'), ['п', '1']);
  assert.deepEqual(light('пп. 9 п. 2 ст. 1270'), ['пп', '9', 'п', '2']);
  assert.deepEqual(light('Art. 1335(1) p. 3'), ['1', 'p', '3']);
  assert.deepEqual(light('art. 13'), []);
  assert.deepEqual(light('существенная часть'), []);
});
