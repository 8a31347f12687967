import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { checkSource } from '../../../src/checks/check-source.ts';
import { stringsOf } from '../../../src/i18n/index.ts';
import { parseBody } from '../../../src/markdown/processor.ts';
import { bodyParts, pageBody, type BodyPart } from '../../../src/views/page-body.ts';

const { site } = await checkSource('tests/fixtures/bases/ferry', '/kb/');
const locale = site!.locales[0]!;
const page = locale.pages.get('crossing')!;

/** Renders a text as if it were that of a page. */
const partsOf = (text: string): BodyPart[] =>
  bodyParts(pageBody(site!.routes, locale, { ...page, tree: parseBody(text, page.file) }, stringsOf('en')));
const htmlOf = (text: string): string =>
  partsOf(text)
    .map((part) => (typeof part === 'string' ? part : `{${part.tagName}}`))
    .join('');

test('A link to an address leads to its page, a link to another site is external, a link in the page stays.', () => {
  const html = htmlOf('[A](kb:toll) [b](https://other.example/ "Title") [c](#x)[^n]\n\n[^n]: Note.');
  assert.match(html, /<a href="\/kb\/concepts\/toll\/">A<\/a>/);
  assert.match(html, /<a href="https:\/\/other.example\/" rel="external" title="Title">b<\/a>/);
  assert.match(html, /<a href="#fn-n" id="fnref-n"/);
  assert.match(html, /<a href="#intro.1" class="anchor-link" aria-label="Passage 1"><\/a>/);
});

test('An image and a link to a file of the folder public get the base path of the site; a column keeps its alignment as a class.', () => {
  const html = htmlOf('![Alt](/a.png) <img src="/b.png" alt="B" /> [file](/c.pdf)\n\n| A |\n| -: |\n| b |\n');
  assert.match(html, /<img src="\/kb\/a.png" alt="Alt"> <img src="\/kb\/b.png" alt="B"> <a href="\/kb\/c.pdf">file<\/a>/);
  assert.match(html, /<th class="align-right">/);
});

test('A citation links to its source, and its locator to the paragraph of a text.', () => {
  assert.match(
    htmlOf('One [@rule-14, para. 1; @grey-v-marsh].'),
    /<span class="cite">\(<a href="\/kb\/sources\/rule-14\/">Rule 14<\/a>, <a href="\/kb\/sources\/rule-14\/#[^"]+">para. 1<\/a>; <span class="no-break"><a href="[^"]+">Grey v. Marsh<\/a>.<a class="status secondary" href="\/kb\/about\/#sources" title="[^"]+">[^<]+<\/a><\/span>\)<\/span>/,
  );
});

test('Components keep their place, in a list too, with what they contain.', () => {
  const parts = partsOf(
    'One.\n\n<Differs id="d" points="L2">\n\nSee [c](kb:toll).\n\n</Differs>\n\n- a\n\n  ```mermaid\n  flowchart LR\n  ```\n\n<Tree id="may-cross" drawn />\n',
  );
  const components = parts.filter((part): part is Element => typeof part !== 'string');
  assert.deepEqual(
    components.map(({ tagName, properties }) => [tagName, properties]),
    [
      ['Differs', { id: 'd', points: 'L2' }],
      ['kb-diagram', { source: 'flowchart LR' }],
      ['Tree', { id: 'may-cross', drawn: true }],
    ],
  );
  assert.match(toHtml(components[0]!.children), /href="\/kb\/concepts\/toll\/"/);
  assert.match(htmlOf('- a\n\n  ```mermaid\n  flowchart LR\n  ```\n'), /<li id="intro.1">\n<p>a<\/p>\n{kb-diagram}\n<a [^>]*><\/a><\/li>\n<\/ul>/);
});

test('A table has no line breaks between its rows, HTML of a text keeps its attributes, a comment disappears and a string stays.', () => {
  assert.match(htmlOf('| A |\n| - |\n| b |\n'), /<table id="intro.1"><thead><tr><th>A/);
  assert.match(htmlOf('H<sub lang="en">2</sub>{/* no */}{"O"}'), /<p id="intro.1">H<sub lang="en">2<\/sub>O/);
});

test('The tree of the model stays as it was: the same page is rendered again for another language and for the book.', () => {
  const before = JSON.stringify(page.tree);
  const html = toHtml(pageBody(site!.routes, locale, page, stringsOf('en')));
  assert.equal(toHtml(pageBody(site!.routes, locale, page, stringsOf('en'))), html);
  assert.equal(JSON.stringify(page.tree), before);
});
