import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSource } from '../../../src/checks/check-source.ts';
import { openSearch } from '../../../src/views/opensearch.ts';
import { fixtures } from '../checks/overlay-fixture.ts';

test('The OpenSearch description has the search of each language.', async () => {
  const { site } = await checkSource(`${fixtures}bases/tomato`, '/kb/');
  const [en, ru] = site!.locales;
  assert.match(openSearch(site!, en!, 'https://tomato.example'), /template="https:\/\/tomato\.example\/kb\/search\/\?q=\{searchTerms\}"/);
  const russian = openSearch(site!, ru!, 'https://tomato.example');
  assert.match(russian, /template="https:\/\/tomato\.example\/kb\/ru\/search\/\?q=\{searchTerms\}"/);
  assert.ok(/<ShortName>([^<]+)/.exec(russian)![1]!.length <= 16);
});
