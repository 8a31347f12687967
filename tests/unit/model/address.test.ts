import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hrefOf, parseLink, pathOf, splitAddress, withoutLanguage } from '../../../src/model/address.ts';

const page = { id: 'fruit', file: 'en/concepts/fruit.mdx' };
const meaning = (href: string) => Object.keys(parseLink(href, page))[0];

test('An address is split at its first dot.', () => {
  assert.deepEqual(splitAddress('fruit'), { entry: 'fruit', section: undefined });
  assert.deepEqual(splitAddress('fruit.definition.2'), { entry: 'fruit', section: 'definition.2' });
});

test('The path of an entry begins with the segment of its kind; the front page has none.', () => {
  assert.deepEqual(
    [
      pathOf('front', 'index'),
      pathOf('concept', 'a'),
      pathOf('question', 'a'),
      pathOf('decision', 'a'),
      pathOf('source', 'a'),
      pathOf('article', ''),
    ],
    ['', 'concepts/a/', 'questions/a/', 'decide/a/', 'sources/a/', 'article/'],
  );
});

test('Only the URLs of the first language have no prefix.', () => {
  const places = { base: '/kb/', languages: ['ru', 'en'] };
  assert.equal(hrefOf(places, 'ru', 'article/'), '/kb/article/');
  assert.equal(hrefOf(places, 'en', 'article/'), '/kb/en/article/');
});

test('The schemes http, https, mailto and tel are external; any other scheme is invalid.', () => {
  for (const href of ['https://example.org/', 'HTTP://example.org', 'mailto:a@example.org', 'tel:+70000000000'])
    assert.equal(meaning(href), 'external', href);
  for (const href of ['kd:fruit', 'javascript:alert(1)', '//example.org', 'https:', 'fruit', 'fruit.md', '/concepts/fruit/', ''])
    assert.equal(meaning(href), 'unreadable', href);
  for (const href of ['https:///', 'http://localhost:PORT/', 'https://[2001:db8::zz]/', 'https://example.org>', 'https://example.org/a%zz'])
    assert.equal(meaning(href), 'noUrl', href);
  for (const href of ['/form.pdf', '/files/table-1.csv#row=2']) assert.equal(meaning(href), 'asset', href);
});

test('A # can replace the dot in an address.', () => assert.deepEqual(parseLink('kb:fruit#definition', page), { address: 'fruit.definition' }));

test('The path of a file is relative to the folder of the page.', () => {
  assert.deepEqual(parseLink('vegetable.mdx', page), { file: 'en/concepts/vegetable.mdx', section: undefined });
  assert.deepEqual(parseLink('../decisions/which-word.yaml#served', page), { file: 'en/decisions/which-word.yaml', section: 'served' });
});

test('A file has the same name in every language.', () => {
  assert.equal(withoutLanguage('ru/concepts/fruit.mdx'), 'concepts/fruit.mdx');
  assert.equal(withoutLanguage('sources/fruit.yaml'), 'sources/fruit.yaml');
});
