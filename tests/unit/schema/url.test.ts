import assert from 'node:assert/strict';
import { test } from 'node:test';
import { webUrl } from '../../../src/schema/fields.ts';
import { encodedUrl, isUrl, withHost } from '../../../src/schema/url.ts';

test('A URL is valid if a browser can open it in the form in which a page contains it.', () => {
  for (const url of [
    'https://example.org/a b',
    'https://пример.рф/путь?x=1#y',
    'http://[::1]:80/',
    'https://[2001:db8::1]/x[1]',
    'https://example.org/@user?a@b',
    'https://example.org/100%25',
    'HTTPS://EXAMPLE.ORG',
    'mailto:a@example.org',
    'tel:+7000',
  ])
    assert.ok(isUrl(url), url);
  for (const url of [
    'http://localhost:PORT/',
    'https://[2001:db8::zz]/',
    'https://exa\tmple.org',
    'https://exa mple.org/',
    'https://example.org/%zz',
    'https://example.org>',
    'https://example.org:99999/',
    'https:///',
    'https://example.org@other.example',
    'https:\\\\a:b@[2001:db8::1]/',
    'mailto:',
    'tel:',
    'mailto:?subject=x',
  ])
    assert.ok(!isUrl(url), url);
});

test('The brackets of an IPv6 host are not encoded; those of a path are.', () => {
  assert.equal(encodedUrl('http://u:p@[::1]:80/[x] y%20z%2525'), 'http://u:p@[::1]:80/%5Bx%5D%20y%20z%2525');
  assert.equal(withHost('https://example.org/%5B::1%5D'), 'https://example.org/%5B::1%5D');
});

test('A URL of a YAML file is written into the page unchanged, so it has no spaces, quotes or angle brackets.', () => {
  const passes = (url: unknown): boolean => webUrl('URL').safeParse(url).success;
  for (const url of ['https://example.org/a(b)_[c]|d?x=1&y=ё#z', 'http://[::1]:80/']) assert.ok(passes(url), url);
  for (const url of ['https://example.org/a b', 'https://example.org/"x"', 'https://example.org/>x', 'http://localhost:PORT/', 'example.org', 5])
    assert.ok(!passes(url), String(url));
});
