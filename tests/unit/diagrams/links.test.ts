import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mapLinks } from '../../../src/diagrams/links.ts';
import { fixture } from './trees.ts';

test('Only the targets of links are replaced, and everything else keeps its bytes', () => {
  const svg = fixture('small', 'cleaned.svg');
  assert.equal(
    mapLinks(svg, (href) => href),
    svg,
  );
  assert.equal(
    mapLinks(svg, (href) => `/reach/${href}`),
    svg.replaceAll('href="#', 'href="/reach/#'),
  );
});

test('Text that looks like a link is text, and a target is escaped', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><a href="#x"><text>href=&quot;#x&quot; &amp; more</text></a></svg>';
  assert.equal(
    mapLinks(svg, () => '/a"b'),
    svg.replace('href="#x"', 'href="/a&quot;b"'),
  );
});
