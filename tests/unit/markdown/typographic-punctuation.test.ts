import assert from 'node:assert/strict';
import { test } from 'node:test';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { typographicPunctuation, withQuotes } from '../../../src/markdown/typographic-punctuation.ts';
import { plainText } from '../../../src/markdown/plain-text.ts';

const processor = unified().use(remarkParse).use(typographicPunctuation);
const said = (text: string): string => plainText(processor.runSync(processor.parse(text)));

test('Quotation marks open before a word and close after it, also across links, emphasis and code.', () => {
  for (const [text, shown] of [
    ['"One" and "two".', '“One” and “two”.'],
    ["'One' and don't, the agents' own.", '‘One’ and don’t, the agents’ own.'],
    ['See "[the rule](kb:a)" and *"this"*.', 'See “the rule” and “this”.'],
    ['The "`code`" of it.', 'The “code” of it.'],
    ['He said, "\'Quoted\' words in a larger quotation."', 'He said, “‘Quoted’ words in a larger quotation.”'],
    ["The '80s and the 1980's.", 'The ’80s and the 1980’s.'],
    ['("One")', '(“One”)'],
    ['Он сказал: "Да".', 'Он сказал: “Да”.'],
  ])
    assert.equal(said(text!), shown);
});

test('A quotation mark at the beginning of a block opens, whatever block precedes it.', () => {
  assert.equal(said('# One\n\n"Two"'), 'One“Two”');
});

test('Two hyphens become a dash and three full stops an ellipsis; code stays unchanged.', () => {
  assert.equal(said('One -- two... three . . . four --- `a -- b...`'), 'One — two… three … four --- a -- b...');
});

test('The length of the text stays the same, so that positions stay valid.', () => {
  const text = 'A "b" c\'d 😀 "e"';
  assert.equal(withQuotes(text).length, text.length);
});
