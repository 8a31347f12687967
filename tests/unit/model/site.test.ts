import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSource } from '../../../src/checks/check-source.ts';
import { hrefOf, parseLink } from '../../../src/model/address.ts';
import { differencesOf } from '../../../src/model/differences.ts';
import { previousAndNext } from '../../../src/model/locale.ts';
import { conceptDependencies } from '../../../src/model/concept-dependencies.ts';
import { closestNames } from '../../../src/model/did-you-mean.ts';
import { referencesOf } from '../../../src/model/bibliography.ts';
import { fixtures } from '../checks/overlay-fixture.ts';

const { site } = await checkSource(`${fixtures}bases/tomato`, '/kb/');
const [en, ru] = site!.locales;

test('Every language has every page; a page that is not translated is in the first language.', () => {
  assert.deepEqual([...ru!.pages.keys()].sort(), [...en!.pages.keys()].sort());
  assert.equal(ru!.pages.get('vegetable')!.lang, 'ru');
  assert.equal(ru!.pages.get('fruit')!.lang, 'en');
});

test('The first language is at the root, others have a prefix, all under the base path.', () => {
  assert.equal(en!.index.get('fruit.definition')!.href, '/kb/concepts/fruit/#definition');
  assert.equal(ru!.index.get('fruit.definition')!.href, '/kb/ru/concepts/fruit/#definition');
  assert.equal(hrefOf(site!.routes, 'ru', ''), '/kb/ru/');
});

test('A link is parsed as an address, a file, a fragment of its page, another site, or an invalid link.', () => {
  const page = { id: 'fruit', file: 'en/concepts/fruit.mdx' };
  assert.deepEqual(parseLink('kb:vegetable.at-table', page), { address: 'vegetable.at-table' });
  assert.deepEqual(parseLink('../questions/is-a-tomato-a-fruit.mdx#answer', page), {
    file: 'en/questions/is-a-tomato-a-fruit.mdx',
    section: 'answer',
  });
  assert.deepEqual(parseLink('#definition', page), { address: 'fruit.definition' });
  assert.deepEqual(parseLink('https://example.org/', page), { external: true });
  assert.deepEqual(parseLink('/concepts/fruit/', page), { unreadable: true });
});

test('A page has the list of links to it, with their sections.', () => {
  const mentions = en!.backlinks.get('vegetable')!;
  assert.ok(mentions.some(({ from, section }) => from.entry === 'fruit' && section.address === 'fruit.definition'));
  assert.ok(mentions.every(({ from }) => from.entry !== 'vegetable'));
});

test('A source has the list of its citations with their locators, those of trees included.', () => {
  const cited = en!.cited.get('nix-v-hedden')!;
  assert.ok(cited.some(({ from, locator }) => from.entry === 'fruit' && locator === 'p. 307'));
  assert.ok(cited.some(({ from }) => from.kind === 'decision'));
});

test('Each point of the article has the list of sections that cover it.', () => {
  assert.ok(en!.coverage.get('P4-a')!.some(({ address }) => address === 'fruit.definition'));
});

test('The reading order gives each page its previous and next page; the first has no previous one, the last no next one.', () => {
  const order = en!.reading.flatMap(({ entries }) => entries.map(({ entry }) => entry));
  assert.equal(previousAndNext(en!, order[0]!).previous, undefined);
  assert.equal(previousAndNext(en!, order[0]!).next?.entry, order[1]);
  assert.equal(previousAndNext(en!, order.at(-1)!).next, undefined);
});

test('A concept depends only on earlier concepts, without indirect dependencies.', () => {
  const seen: string[] = [];
  for (const { concept, on } of conceptDependencies(en!)) {
    assert.ok(on.every(({ entry }) => seen.includes(entry)));
    seen.push(concept.entry);
  }
});

test('A difference has its page, its section and its points.', () => {
  for (const { target, paragraphs } of differencesOf(en!)) {
    assert.ok(target.href.includes('#'));
    assert.equal(paragraphs.length, 2);
  }
});

test('Suggestions are sorted by similarity.', () => {
  assert.deepEqual(closestNames('fruut', ['vegetable', 'fruit', 'fruits']), ['fruit', 'fruits']);
  assert.deepEqual(closestNames('x', ['vegetable']), []);
});

test('A source is written as a reference with its title and year.', () => {
  assert.match(referencesOf([...en!.sources.values()]).get('nix-v-hedden')!, /Nix v.? Hedden.*1893/);
});
