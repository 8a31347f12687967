import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSource } from '../../../src/checks/check-source.ts';
import { sitemap, sitemapIndex } from '../../../src/views/sitemap.ts';
import { fixtures } from '../checks/overlay-fixture.ts';

const { site } = await checkSource(`${fixtures}bases/tomato`, '/kb/');
const origin = 'https://tomato.example';

test('The sitemap has every page once, with its languages.', () => {
  const xml = sitemap(site!, origin);
  const locations = [...xml.matchAll(/<loc>([^<]+)/g)].map(([, url]) => url);
  assert.equal(new Set(locations).size, locations.length);
  assert.match(
    xml,
    /<loc>https:\/\/tomato\.example\/kb\/concepts\/vegetable\/<\/loc><lastmod>\d{4}-\d\d-\d\d<\/lastmod><xhtml:link rel="alternate" hreflang="en"[^>]*\/><xhtml:link rel="alternate" hreflang="ru"/,
  );
  assert.ok(!xml.includes('/kb/ru/concepts/fruit/'));
  assert.match(sitemapIndex(site!, origin), /<loc>https:\/\/tomato\.example\/kb\/sitemap-0\.xml<\/loc>/);
});
