import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { checkSource } from '../../../src/checks/check-source.ts';
import { renderReferences } from '../../../src/views/render-references.ts';
import { fixtures } from '../checks/overlay-fixture.ts';

const { site } = await checkSource(`${fixtures}bases/tomato`, '/kb/');
const [en, ru] = site!.locales;

/** Renders an element of the page `fruit` in English for a locale. */
function rendered(html: string, locale = en!): string {
  const tree = fromHtml(html.replace('PAGE', 'page="en/concepts/fruit.mdx"'), { fragment: true });
  renderReferences(tree, locale, site!.routes);
  return toHtml(tree);
}

test('An address becomes a URL in the language that shows the page, with the other attributes.', () => {
  const link = '<kb-link href="kb:vegetable" title="A title" PAGE>text <em>of it</em></kb-link>';
  assert.equal(rendered(link), '<a href="/kb/concepts/vegetable/" title="A title">text <em>of it</em></a>');
  assert.equal(rendered(link, ru!), '<a href="/kb/ru/concepts/vegetable/" title="A title">text <em>of it</em></a>');
});

test('A file of the folder public gets the base path, and a link to another site is marked.', () => {
  assert.equal(rendered('<kb-link href="/notes.txt" PAGE>notes</kb-link>'), '<a href="/kb/notes.txt">notes</a>');
  assert.equal(
    rendered('<kb-link href="https://example.org/a?b=1" PAGE>other</kb-link>'),
    '<a href="https://example.org/a?b=1" rel="external">other</a>',
  );
  assert.match(rendered('<kb-link href="mailto:a@example.org" PAGE>write</kb-link>'), /^<a href="mailto:a@example\.org"/);
});

test('A citation gets the names of its sources and their locators.', () => {
  const items = JSON.stringify([{ key: 'eu-2001.113', locator: 'art. 2' }]).replaceAll('"', '&quot;');
  assert.match(
    rendered(`<p>Said <kb-cite items="${items}" PAGE></kb-cite>.</p>`),
    /^<p>Said <span class="cite">\(<a href="\/kb\/sources\/eu-2001\.113\/">/,
  );
});
