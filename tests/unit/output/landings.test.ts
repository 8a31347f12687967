import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeLandings } from '../../../src/output/landings.ts';

const HTML = '<p id="intro.1">One</p><h2 class="x" id="a">A</h2><ul><li id="a.1">Item</li></ul><p data-x="1" id="a.10">Ten</p>';
const put = (on: string, more: object = {}) => placeLandings(HTML, [{ name: 'old', on, line: 'Moved.', ...more }]);

test('An old address stands before the block on which it lands.', () => {
  assert.ok(put('a').includes('</p><div class="moved" id="old"><p>Moved.</p></div><h2 class="x" id="a">'));
  assert.ok(put('a.10').includes('</div><p data-x="1" id="a.10">'));
});

test('It stands inside an item of a list, where nothing may stand between items.', () => {
  assert.ok(put('a.1').includes('<li id="a.1"><div class="moved" id="old"'));
});

test('It stands at the top where its place is the page, or is not there.', () => {
  for (const on of ['', 'b', 'aX1']) assert.ok(put(on).startsWith('<div class="moved" id="old"'), on);
});

test('It names where the passage went, as text and not as markup.', () => {
  const html = put('a', { line: 'On <b> & "c" it moved to', to: { href: '/x/#y', title: '<script>' } });
  assert.ok(html.includes('<p>On &#60;b&#62; &#38; &#34;c&#34; it moved to <a href="/x/#y">&#60;script&#62;</a></p>'));
});

test('Nothing is told where nothing moved.', () => {
  assert.ok(put('a', { line: '' }).includes('<div class="moved" id="old"></div><h2'));
});
