import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { cleanSvg } from '../../../src/diagrams/clean-svg.ts';
import { fixture } from './trees.ts';

const clean = (svg: string, name: string): string => cleanSvg(svg, name).svg;
const wrap = (content: string, attributes = '') =>
  `<svg id="drawing" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 320.5 40" width="100%" height="40" style="max-width:1px" ${attributes}>${content}</svg>`;
const shape = '<path d="M0 0L10 0L10 10Z" data-part="shape"/>';

// If this fails because `cleanSvg` has changed on purpose, raise `CACHE_VERSION` in mermaid-config.ts, so that stored drawings are drawn again.
test('A drawing is cleaned to the same bytes as before', () => {
  assert.equal(clean(fixture('small', 'drawn.svg'), 'small'), fixture('small', 'cleaned.svg'));
});

test('A tree of ten nodes adds less than 3 KB to a page', () => {
  assert.ok(brotliCompressSync(fixture('small', 'cleaned.svg')).length < 3000);
});

test('Style, colour, font, scripts, handlers, HTML, images and filters are removed', () => {
  const cleaned = clean(
    wrap(
      `<style>.a{fill:red}@import "https://fonts.example/fa.css"</style><script>alert(1)</script><foreignObject><div xmlns="http://www.w3.org/1999/xhtml">x</div></foreignObject>
       <image href="https://evil.example/x.png"/><filter id="f"><feDropShadow/></filter><linearGradient id="g"/><animate attributeName="href"/><!-- c -->
       <g onclick="x()" style="fill:red" fill="red" stroke="#000" font-family="Arial" font-size="9" filter="url(#f)" opacity=".5" color="red" class="fa fa-car">${shape}</g>`,
    ),
    'x',
  );
  assert.equal(
    cleaned,
    '<svg xmlns="http://www.w3.org/2000/svg" width="320.5" aria-hidden="true" class="diagram" viewBox="0 0 320.5 40"><path d="M0 0h10v10Z" class="shape"/></svg>',
  );
});

test('A link stays only when its target is in the site, with a plain href and outside the tab order', () => {
  const link = (href: string) => clean(wrap(`<a xlink:href="${href}"><g class="node">${shape}</g></a>`), 'x');
  for (const href of ['#start', '/concepts/x/#a.1', 'kb:extraction.definition'])
    assert.ok(link(href).includes(`<a href="${href}" tabindex="-1">`), href);
  assert.ok(link('#kb:extraction').includes('<a href="kb:extraction" tabindex="-1">'));
  for (const href of [
    'javascript:alert(1)',
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    'data:text/html,x',
    '#a b',
    'about:blank',
  ]) {
    assert.ok(!/<a|href/.test(link(href)), href);
  }
});

test('A drawing without links is an image named by its title and description', () => {
  const { svg: cleaned, ...access } = cleanSvg(wrap(`<title id="t">Title &lt;b&gt;</title><desc id="d">Words</desc>${shape}`), 'en.x');
  assert.deepEqual(access, { linked: false, hidden: false });
  assert.match(cleaned, /role="img"/);
  assert.match(cleaned, /aria-labelledby="en-x-title en-x-desc"/);
  assert.match(cleaned, /<title id="en-x-title">Title &lt;b&gt;<\/title><desc id="en-x-desc">Words<\/desc>/);
});

test('A drawing with links or without a title is hidden from screen readers', () => {
  for (const [content, linked] of [[`<title>T</title><a href="#x">${shape}</a>`, true] as const, [`<desc>D</desc>${shape}`, false] as const]) {
    const { svg: cleaned, ...access } = cleanSvg(wrap(content), 'x');
    assert.deepEqual(access, { linked, hidden: true });
    assert.match(cleaned, /^<svg [^>]*aria-hidden="true"/);
    assert.doesNotMatch(cleaned, /role=|<title|<desc/);
  }
});

test('Only ids that are referred to are left, prefixed with the name of the drawing', () => {
  const cleaned = clean(
    wrap(`<marker id="used"><path d="M0 0L1 1" data-part="solid"/></marker><marker id="unused"><path d="M0 0L1 1"/></marker>
      <g id="nobody"><path id="p" d="M0 0L9 9" marker-end="url(#used)" marker-start="url(#gone)" data-part="line"/></g>`),
    'x',
  );
  assert.deepEqual(cleaned.match(/ id="[^"]*"|url\([^)]*\)/g), [' id="x-1"', 'url(#x-1)']);
});

test('An assumed edge has an arrowhead and a dot of its own, and its label has the class', () => {
  const cleaned = clean(
    wrap(`<marker id="m"><path d="M0 0L1 1" data-part="solid"/></marker>
      <path d="M0 0L0 9" class="edge-thickness-thick" data-edge="true" data-id="_q.yes" marker-end="url(#m)" data-part="line"/>
      <path d="M9 0L9 9" class="edge-thickness-normal" data-edge="true" data-id="_q.no" marker-end="url(#m)" data-part="line"/>
      <g class="edgeLabel"><g data-id="_q.yes"><text><tspan x="0" y="9">Yes</tspan></text></g></g>`),
    'x',
  );
  assert.match(cleaned, /<path marker-end="url\(#x-2\)" marker-start="url\(#x-1\)" d="M0 0v9" class="edge assumed" data-edge="q\.yes"\/>/);
  assert.match(cleaned, /<path marker-end="url\(#x-3\)" d="M9 0v9" class="edge" data-edge="q\.no"\/>/);
  assert.match(cleaned, /class="edge-label assumed" data-label="q\.yes"/);
});

test('Other classes are removed, also “constructor” and “toString”', () => {
  assert.match(
    clean(wrap('<g class="node default constructor toString duty"><path d="M0 0L1 1"/><path d="M0 0L2 1"/></g>'), 'x'),
    /<g class="node duty outcome">/,
  );
});
