import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chapterElements, chapterPlace, chapterText, fillBook } from '../../../src/views/assemble-book.ts';
import { parseHtmlFragment } from '../../../src/views/html-tree.ts';

const book = {
  parts: [],
  numbers: new Map([
    ['fruit', '2.1'],
    ['fruit.definition', '2.1.1'],
    ['vegetable', '2.2'],
    ['vegetable.use', '2.2.3'],
  ]),
  addresses: new Map([
    ['/kb/concepts/fruit/#definition', 'fruit.definition'],
    ['/kb/concepts/vegetable/#use', 'vegetable.use'],
    ['/kb/sources/hedden/', 'hedden'],
  ]),
};

const textOf = (html: string, entry = 'fruit') =>
  chapterElements(parseHtmlFragment(`<div data-entry="${entry}" data-deeper="2">${html}</div>`)).map(chapterText)[0]!;

const bound = (html: string): string => fillBook(`<!--${chapterPlace('fruit')}-->`, new Map([['fruit', textOf(html)]]), book);

test('An id becomes the address, and links within the page change with it.', () => {
  assert.equal(
    bound('<p id="definition.1">Of a <a href="#vine">vine</a>.</p>'),
    '<p id="fruit.definition.1">Of a <a href="#fruit.vine">vine</a>.</p>',
  );
});

test('A link to another chapter stays inside the book and has the number of its target; one in the chapter or to a source has no number.', () => {
  assert.equal(bound('<a href="/kb/concepts/vegetable/#use">use</a>'), '<a href="#vegetable.use" data-number="2.2.3">use</a>');
  assert.equal(bound('<a href="/kb/concepts/fruit/#definition">here</a>'), '<a href="#fruit.definition">here</a>');
  assert.equal(bound('<a href="/kb/sources/hedden/">Hedden</a>'), '<a href="#hedden">Hedden</a>');
});

test('A link to a page that is not in the book, such as a step of a walk, stays unchanged.', () => {
  for (const link of ['<a href="/kb/decide/word/yes/">Yes</a>', '<a href="https://example.org/">Out</a>']) assert.equal(bound(link), link);
});

test('A heading gets its number and a lower level; one without a number only a lower level.', () => {
  assert.equal(bound('<h2 id="definition">What</h2>'), '<h4 id="fruit.definition"><span class="number">2.1.1\u00a0</span>What</h4>');
  assert.equal(bound('<h3 id="node">Why?</h3>'), '<h5 id="fruit.node">Why?</h5>');
});

test('The book rewrites the links of a drawing and keeps its ids.', () => {
  assert.equal(
    bound('<svg viewBox="0 0 1 1"><marker id="a"></marker><a href="/kb/concepts/vegetable/#use"><path marker-end="url(#a)"></path></a></svg>'),
    '<svg viewBox="0 0 1 1"><marker id="a"></marker><a href="#vegetable.use" data-number="2.2.3"><path marker-end="url(#a)"></path></a></svg>',
  );
});

test('A note follows the block that first refers to it, with its number; the list of notes is removed.', () => {
  const reference = (n: number) => `<sup><a href="#fn-${n}" data-footnote-ref aria-describedby="notes">${n}</a></sup>`;
  const note = (n: number) => `<li id="fn-${n}"><p>Note ${n}.</p></li>`;
  const html = bound(
    `<p>One${reference(1)}.</p><ul><li>Two${reference(2)}, again${reference(1)}.</li></ul><section data-footnotes><h2 id="notes">Notes</h2><ol>${note(1)}${note(2)}</ol></section>`,
  );
  assert.match(html, /<\/p><ol class="notes"><li id="fruit\.fn-1" value="1"><p>Note 1\.<\/p><\/li><\/ol><ul>/);
  assert.match(html, /<\/ul><ol class="notes"><li id="fruit\.fn-2" value="2"><p>Note 2\.<\/p><\/li><\/ol>$/);
  assert.doesNotMatch(html, /describedby|>Notes</);
});

test('A note that only another note refers to follows the same block.', () => {
  const reference = (n: number) => `<sup><a href="#fn-${n}" data-footnote-ref>${n}</a></sup>`;
  const html = bound(
    `<p>One${reference(1)}.</p><section data-footnotes><ol><li id="fn-1"><p>See${reference(2)}.</p></li><li id="fn-2"><p>Also${reference(1)}.</p></li></ol></section>`,
  );
  assert.match(html, /<ol class="notes"><li id="fruit\.fn-1" value="1">.*<li id="fruit\.fn-2" value="2">.*<\/ol>$/);
});

test('The anchors for old addresses stay on the page.', () => {
  assert.equal(bound('<div class="redirect-anchor" id="old"><p>Moved.</p></div><p id="new">Words</p>'), '<p id="fruit.new">Words</p>');
});

test('An element whose content is a chapter loses its attributes for that.', () => {
  const tree = parseHtmlFragment('<div class="prose" data-entry="fruit" data-deeper="2"></div><p>Words</p>');
  assert.deepEqual(
    chapterElements(tree).map(({ element, ...rest }) => ({ ...rest, attrs: element.attrs })),
    [{ entry: 'fruit', deeper: 2, attrs: [{ name: 'class', value: 'prose' }] }],
  );
});

test('A book gets the ids and links of its chapters, and an id that occurs twice is an error.', () => {
  const html =
    '<p id="a"><a href="/kb/concepts/vegetable/#use">1</a> <a href="#a">2</a> <img src="/kb/i.svg"> <a href="https://example.org/">3</a></p>';
  const anchors = { ids: new Set(['fruit.b']), links: new Set<string>(), errors: [] as string[] };
  const texts = new Map([['fruit', textOf(`${html}<p id="b"></p><svg id="drawing"></svg>`)]]);
  fillBook(`<!--${chapterPlace('fruit')}-->`, texts, book, anchors);
  assert.deepEqual([...anchors.ids], ['fruit.b', 'fruit.a', 'drawing']);
  assert.deepEqual([...anchors.links], ['#vegetable.use', '#fruit.a', '/kb/i.svg', 'https://example.org/']);
  assert.deepEqual(anchors.errors, ['duplicate-id  “fruit.b” occurs twice.']);
});

test('Text in a chapter stays as it is, whatever it looks like.', () => {
  for (const text of ['<p title="&quot;/kb/sources/hedden/&quot;">"/kb/sources/hedden/" $&amp; $1</p>', '<p>&lt;!--chapter fruit--&gt;</p>'])
    assert.equal(bound(text), text);
});

test('A book without the text of a chapter is not written.', () => {
  assert.throws(() => fillBook(`<!--${chapterPlace('pear')}-->`, new Map(), book), /^Error: The book has no text for its chapter pear\.$/);
});
