import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainText, singleSpaced } from '../../../src/markdown/plain-text.ts';
import { parseBody } from '../../../src/markdown/processor.ts';

const text = (body: string): string => plainText(parseBody(body, 'en/concepts/page.mdx').children[0]!);

test('A line break separates words.', () => assert.equal(text('One\\\ntwo  \nthree<br/>four'), 'One two three four'));

test('A comment is not part of the text; a literal is, without its quotes.', () => {
  assert.equal(text("Text {/* of nobody */}and {'a { b'} and {5}."), 'Text and a { b and 5.');
  assert.equal(text('## Title {/* later */} [#title]'), 'Title');
});

test('The alternative text of an image is part of the text, in Markdown as in HTML.', () =>
  assert.equal(text('See ![one](/favicon.svg) and <img src="/favicon.svg" alt="two" />.'), 'See one and two.'));

test('The items of a list in a cell are separate words.', () => assert.equal(text('| a |\n|---|\n| <ul><li>x</li><li>y</li></ul> |'), 'a x y'));

test('All white space becomes one space.', () => {
  const spaces = [' ', '\t', '\n', '\u00A0', '\u202F', '\u2028', '\uFEFF'];
  for (const one of spaces) {
    assert.equal(singleSpaced(`a${one}b`), 'a b');
    for (const next of spaces) assert.equal(singleSpaced(`${one}a${one}${next}b${next}${one}${one}`), ' a b ');
  }
});
