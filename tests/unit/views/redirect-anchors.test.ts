import assert from 'node:assert/strict';
import { test } from 'node:test';
import { innerHtml, parseHtmlFragment } from '../../../src/views/html-tree.ts';
import { placeRedirects } from '../../../src/views/redirect-anchors.ts';

const HTML =
  '<h1>Title</h1><div class="prose"><p id="intro.1">One</p><h2 class="x" id="a">A</h2><ul><li id="a.1">Item</li></ul><p data-x="1" id="a.10">Ten</p></div>';

function put(on: string, more: object = {}): string {
  const tree = parseHtmlFragment(HTML);
  placeRedirects(tree, [{ name: 'old', on, line: 'Moved.', ...more }]);
  return innerHtml(tree);
}

test('An old address precedes the block to which it redirects.', () => {
  assert.ok(put('a').includes('</p><div class="redirect-anchor" id="old"><p>Moved.</p></div><h2 class="x" id="a">'));
  assert.ok(put('a.10').includes('</div><p data-x="1" id="a.10">'));
});

test('The anchor is inside an item of a list, because no element may be between items.', () => {
  assert.ok(put('a.1').includes('<li id="a.1"><div class="redirect-anchor" id="old"'));
});

test('The anchor is at the beginning of the text for the page itself, and for an id that the page does not have.', () => {
  for (const on of ['', 'b', 'aX1']) assert.ok(put(on).includes('<div class="prose"><div class="redirect-anchor" id="old"'), on);
});

test('The notice links to the new place of the passage, and its words are text, not markup.', () => {
  const html = put('a', { line: 'On <b> & "c" it moved to', to: { href: '/x/#y', title: '<script>' } });
  assert.ok(html.includes('<p>On &lt;b&gt; &amp; "c" it moved to <a href="/x/#y">&lt;script&gt;</a></p>'), html);
});

test('There is no notice if the passage did not move.', () => {
  assert.ok(put('a', { line: '' }).includes('<div class="redirect-anchor" id="old"></div><h2'));
});

test('The notice has its language if the text of the page is in another.', () => {
  assert.ok(put('a', { lang: 'ru' }).includes('<p lang="ru">Moved.</p>'));
});
