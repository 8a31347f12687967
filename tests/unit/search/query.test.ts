import assert from 'node:assert/strict';
import { test } from 'node:test';
import { phraseKey } from '../../../src/search/query-tokens.ts';
import { LONGEST, parseQuery } from '../../../src/search/query.ts';

const words = (typed: string): string[] => parseQuery(typed).tokens.map(({ key }) => key);

test('Stop words are left out, unless there are no other words.', () => {
  assert.deepEqual(words('what is a database'), ['databas']);
  assert.deepEqual(words('to be or not to be'), ['to', 'be', 'or', 'not', 'to', 'be']);
});

test('A number in words is one token, and the number of an article differs from any other number.', () => {
  assert.deepEqual(words('ten thousand elements'), ['10000', 'element']);
  assert.deepEqual(words('ст. 1334 ГК'), ['§1334', 'гк']);
  assert.deepEqual(words('1334'), ['§1334']);
  assert.deepEqual(parseQuery('s. 7').tokens[0], { key: '§7', also: ['7'], at: 1, from: 3, to: 4 });
});

test('A phrase is the text in quotation marks of any kind.', () => {
  for (const typed of ['"covered work" output', '“covered work” output', '«covered work» output', '„covered work“ output']) {
    assert.deepEqual(parseQuery(typed).phrases, [[0, 1]], typed);
  }
  assert.deepEqual(parseQuery('"covered work').phrases, []);
  assert.deepEqual(parseQuery('"covered"').phrases, []);
});

test('The last word may be unfinished until a character follows it.', () => {
  assert.equal(parseQuery('extrac').unfinished, true);
  assert.equal(parseQuery('extrac ').unfinished, false);
});

for (const typed of ['', '   ', '🤖🔥', '\u0000', '%', '.*+?^${}()|[]\\', '""', '\u202E', '—']) {
  test(`Text without a letter or a digit is an empty query: ${JSON.stringify(typed)}.`, () => assert.deepEqual(words(typed), []));
}

test('A query of ten thousand characters is cut.', () => {
  assert.ok(parseQuery('a'.repeat(10_000)).text.length <= LONGEST);
  assert.ok(parseQuery('law '.repeat(3000)).tokens.length <= 24);
});

test('The key of a name is the same for every form of its words.', () => {
  assert.equal(phraseKey('Substantial parts'), phraseKey('a substantial part'));
  assert.equal(phraseKey('ст. 1334 ГК РФ'), phraseKey('статья 1334 ГК РФ'));
});

test('A soft hyphen or a zero-width character does not divide a word of a query; a control character does.', () => {
  for (const typed of ['bee\u00adkeeper', 'bee\u200bkeeper', 'bee\u2060keeper', '\ufeffbeekeeper', 'beekeeper\u200e'])
    assert.equal(parseQuery(typed).text, 'beekeeper');
  assert.deepEqual(
    parseQuery('bee\u0001keeper').tokens.map(({ from, to }) => [from, to]),
    [
      [0, 3],
      [4, 10],
    ],
  );
  assert.equal(parseQuery('می\u200cخواهم').tokens.length, 1);
});
