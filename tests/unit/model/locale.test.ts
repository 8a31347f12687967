import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSource } from '../../../src/checks/check-source.ts';
import { baseWith, fixtures } from '../checks/overlay-fixture.ts';

const { site } = await checkSource(`${fixtures}bases/tomato`);
const [en, ru] = site!.locales;

test('A mention has the section of the link, also for a link in a note.', () => {
  const from = en!.backlinks.get('ordinary-meaning')!.map(({ section }) => section.address);
  // The first reference to the note about the vine is in the intro.
  assert.ok(from.includes('fruit.intro'));
  assert.ok(!from.includes('fruit.by-decree'));
});

test('A section mentions an address once, however often it links there.', () => {
  const from = en!.backlinks.get('fruit')!.map(({ section }) => section.address);
  assert.equal(new Set(from).size, from.length);
});

test('A source is cited once for each section and locator.', () => {
  const cited = en!.cited.get('nix-v-hedden')!.map(({ section, locator }) => `${section.address} ${locator ?? ''}`.trim());
  assert.equal(new Set(cited).size, cited.length);
  assert.ok(cited.includes('which-word.served p. 307'));
  assert.ok(cited.includes('fruit.by-decree'));
});

test('In another language a page that is not translated is listed under its original name, with the URL of that language.', () => {
  const [, words] = ru!.reading;
  assert.equal(words?.title, 'Два слова');
  assert.deepEqual(
    words?.entries.map(({ title, href }) => [title, href]),
    [
      ['Fruit', '/ru/concepts/fruit/'],
      ['Овощ', '/ru/concepts/vegetable/'],
      ['Ordinary meaning', '/ru/concepts/ordinary-meaning/'],
    ],
  );
});

test('A point that no section covers is listed without sections.', async () => {
  await using base = await baseWith({
    'article.yaml':
      'name: { en: The text }\ntitle: T\nauthor: A\nURL: https://example.org\nsource: nix-v-hedden\npoints:\n  Z9: { place: { en: P }, gist: { en: G } }\n',
  });
  const check = await checkSource(base.folder);
  assert.deepEqual([...check.site!.locales[0]!.coverage], [['Z9', []]]);
});

test('Of two entries with the same id, links lead to the first.', async () => {
  const page = '---\ntitle: Another\nsummary: S\nreviewed: 2026-11-23\n---\n';
  await using base = await baseWith({ 'en/questions/fruit.mdx': page, 'ru/questions/fruit.mdx': page, 'sources/vegetable.yaml': 'kind: case' });
  const { site, diagnostics } = await checkSource(base.folder);
  for (const { index, pages } of site!.locales) {
    assert.equal(index.get('fruit')?.kind, 'concept');
    assert.equal(pages.get('fruit')?.kind, 'concept');
    assert.equal(index.get('vegetable')?.kind, 'concept');
  }
  assert.deepEqual(
    diagnostics.filter(({ kind }) => kind === 'duplicate-id').map(({ file }) => file),
    ['en/questions/fruit.mdx', 'ru/questions/fruit.mdx', 'sources/vegetable.yaml'],
  );
});

test('A text is chosen in the language of the locale, else in the first of the site, else in any.', () => {
  assert.equal(ru!.pick({ en: 'fruit', ru: 'плод' }), 'плод');
  assert.equal(ru!.pick({ de: 'Frucht', en: 'fruit' }), 'fruit');
  assert.equal(ru!.pick({ de: 'Frucht' }), 'Frucht');
});
