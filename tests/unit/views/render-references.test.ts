import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSource } from '../../../src/checks/check-source.ts';
import { encodeReference } from '../../../src/markdown/page-props.ts';
import { renderReferences } from '../../../src/views/render-references.ts';
import { fixtures } from '../checks/overlay-fixture.ts';

const { site } = await checkSource(`${fixtures}bases/tomato`, '/kb/');
const [en, ru] = site!.locales;

const page = 'en/concepts/fruit.mdx';

/** Renders a link of the page `fruit` in English, with some further attributes, for a locale. */
const link = (href: string, more = '', locale = en!): string =>
  renderReferences(`<kb-link of="${encodeReference({ page, href })}"${more}>text <em>of it</em></kb-link>`, locale, site!.routes);

test('An address becomes a URL in the language that shows the page, with the other attributes.', () => {
  assert.equal(link('kb:vegetable', ' title="A title"'), '<a href="/kb/concepts/vegetable/" title="A title">text <em>of it</em></a>');
  assert.equal(link('kb:vegetable', '', ru!), '<a href="/kb/ru/concepts/vegetable/">text <em>of it</em></a>');
});

test('A file of the folder public gets the base path, and a link to another site is marked.', () => {
  assert.equal(link('/notes.txt'), '<a href="/kb/notes.txt">text <em>of it</em></a>');
  assert.equal(link('https://example.org/a?b=1&c=2'), '<a href="https://example.org/a?b=1&#38;c=2" rel="external">text <em>of it</em></a>');
  assert.match(link('mailto:a@example.org'), /^<a href="mailto:a@example\.org"/);
});

test('A citation gets the names of its sources and their locators.', () => {
  const cite = `<kb-cite of="${encodeReference({ page, items: [{ key: 'eu-2001.113', locator: 'art. 2' }] })}"></kb-cite>`;
  const rendered = renderReferences(`<p>Said ${cite}.</p>`, en!, site!.routes);
  assert.match(rendered, /^<p>Said <span class="cite">\(<a href="\/kb\/sources\/eu-2001\.113\/">.*<\/span>\.<\/p>$/);
});

test('Words that look like a reference stay words, whatever a link contains.', () => {
  const words = '<p>&#x3C;kb-link of="x"> &#x3C;/kb-link></p>';
  assert.equal(renderReferences(words, en!, site!.routes), words);
  assert.match(link('https://example.org/"><script>'), /^<a href="[^"<>]*">text /);
});
