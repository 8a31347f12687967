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

test('Text that looks like a link and links to other sites stay', () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg"><title>&lt;a href=&quot;#x&quot;></title><a href="https://a.example/?b=1&amp;c=2"><text>&lt;a href=&quot;#x&quot; &amp; more</text></a><a tabindex="-1" href="kb:x.y" class="n"><path aria-label="&lt;a href=" d="m0 0"/></a></svg>';
  assert.equal(
    mapLinks(svg, (href) => `/${href.slice('kb:'.length)}/`),
    svg.replace('kb:x.y', '/x.y/'),
  );
});
