import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  attributeOf,
  elementsIn,
  hasClass,
  innerHtml,
  makeElement,
  makeText,
  nameOf,
  parseHtmlFragment,
  removeAttributes,
  setAttribute,
} from '../../../src/views/html-tree.ts';

const first = (html: string) => elementsIn(parseHtmlFragment(html))[0]!;

test('HTML that is parsed and written again keeps its meaning, whatever its text looks like.', () => {
  for (const html of [
    '<p title="&quot;&amp;">&lt;b&gt; &amp; "c"&nbsp;d<br>e</p><!--f-->',
    '<pre>\n a</pre>',
    '<noscript><p>a</p></noscript>',
    '<svg viewBox="0 0 1 1"><clipPath id="c"></clipPath><a xlink:href="#b">b</a></svg>',
  ])
    assert.equal(innerHtml(parseHtmlFragment(html)), html.replace('<pre>\n', '<pre>'));
});

test('Elements are listed in the order of the page.', () => {
  const tree = parseHtmlFragment('<ul><li><b>a</b></li><li>c</li></ul><p>d</p>');
  assert.deepEqual(
    elementsIn(tree).map(({ tagName }) => tagName),
    ['ul', 'li', 'b', 'li', 'p'],
  );
  assert.equal(elementsIn(first('<ul><li>a</li></ul>'))[0]!.tagName, 'ul');
});

test('An attribute is found by its name; one with a prefix has another name.', () => {
  const link = elementsIn(first('<svg><a xlink:href="#a">a</a></svg>'))[1]!;
  assert.equal(attributeOf(link, 'href'), undefined);
  assert.deepEqual(link.attrs.map(nameOf), ['xlink:href']);
  assert.equal(attributeOf(first('<p hidden>a</p>'), 'hidden'), '');
});

test('Attributes are set in their place, added at the end, and removed.', () => {
  const element = first('<a href="/a" id="a" class="b">c</a>');
  setAttribute(element, 'href', '/d');
  setAttribute(element, 'title', 'e');
  removeAttributes(element, 'id', 'lang');
  assert.equal(innerHtml(makeElement('p', {}, [element])), '<a href="/d" class="b" title="e">c</a>');
});

test('A class is a whole word.', () => {
  const element = first('<p class="a  b-c\td">e</p>');
  assert.deepEqual(
    ['a', 'b', 'b-c', 'd', 'e'].map((name) => hasClass(element, name)),
    [true, false, true, true, false],
  );
  assert.equal(hasClass(first('<p>a</p>'), 'a'), false);
});

test('A text that is made is escaped when it is written.', () => {
  assert.equal(innerHtml(makeElement('p', {}, [makeElement('b', { title: '"' }, [makeText('<i>')])])), '<b title="&quot;">&lt;i&gt;</b>');
});
