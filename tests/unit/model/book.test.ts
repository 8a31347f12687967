import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSource } from '../../../src/checks/check-source.ts';
import { bookOf, pdfName, volumesOf } from '../../../src/model/book.ts';
import { fixtures } from '../checks/overlay-fixture.ts';

const { site } = await checkSource(`${fixtures}bases/tomato`, '/kb/');
const titles = { trees: 'Decision trees', vocabulary: 'Terms', sources: 'Sources' };
const [book, russian] = site!.locales.map((locale) => bookOf(locale, titles));

test('The parts follow the navigation; trees, the article and the sources come after it, and a list that the base lacks is left out.', () => {
  const reported = book!.parts.map(
    ({ number, title, chapters }) => `${number} ${title}: ${chapters.map((one) => `${one.number} ${one.target.entry}`).join(', ')}`,
  );
  assert.deepEqual(reported, [
    '1 The answer: 1.1 is-a-tomato-a-fruit',
    '2 The two words: 2.1 fruit, 2.2 vegetable, 2.3 ordinary-meaning',
    '3 Decision trees: 3.1 which-word',
    '4 The opinion: ',
    '5 Sources: ',
  ]);
  assert.deepEqual(
    russian!.parts.slice(0, 2).map(({ title }) => title),
    ['Ответ', 'Два слова'],
  );
});

test('A section is numbered in its chapter; a paragraph and a note have the number of their section, a source has none.', () => {
  const { numbers } = book!;
  assert.equal(numbers.get('fruit'), '2.1');
  assert.equal(numbers.get('fruit.definition'), '2.1.1');
  assert.equal(numbers.get('fruit.definition.1'), '2.1.1');
  assert.equal(numbers.get('fruit.fn-vine'), '2.1');
  assert.equal(numbers.get('which-word.served'), '3.1');
  assert.equal(numbers.get('article.P4-a'), '4');
  assert.equal(numbers.get('nix-v-hedden'), undefined);
});

test('Each URL maps to its address, that of a page to the page and not to its intro.', () => {
  assert.equal(book!.addresses.get('/kb/concepts/fruit/'), 'fruit');
  assert.equal(book!.addresses.get('/kb/concepts/fruit/#definition'), 'fruit.definition');
  assert.equal(russian!.addresses.get('/kb/ru/concepts/fruit/#definition'), 'fruit.definition');
  assert.equal(book!.addresses.get('/kb/decide/which-word/customs/'), undefined);
});

test('A link to a paragraph or a quote of a source leads to the source, because the book has no full texts.', () => {
  const locale = site!.locales[0]!;
  const href = '/kb/sources/nix-v-hedden/#p1';
  const { targets } = locale.index;
  for (const kind of ['paragraph', 'quote'] as const) {
    targets.set('nix-v-hedden.p1', { address: 'nix-v-hedden.p1', kind, entry: 'nix-v-hedden', title: 'Nix v. Hedden', href });
    assert.equal(bookOf(locale, titles).addresses.get(href), 'nix-v-hedden');
    targets.delete('nix-v-hedden.p1');
  }
});

test('A volume begins with the chapter that no longer fits; its links to other volumes stay links to the site, and the numbers go on.', () => {
  const locale = site!.locales[0]!;
  const { size } = locale.pages.get('fruit')!;
  const volumes = volumesOf(locale, book!, size);
  const shown = volumes.map(({ parts }) => parts.flatMap(({ number, chapters }) => [number, ...chapters.map((one) => one.number)]).join(' '));
  assert.deepEqual(shown, ['1 1.1', '2 2.1', '2 2.2', '2 2.3 3 3.1 4 5']);
  const [href, last] = ['/kb/concepts/fruit/#definition', volumes.at(-1)!];
  assert.deepEqual(
    volumes.map(({ addresses }) => addresses.get(href)),
    [undefined, 'fruit.definition', undefined, undefined],
  );
  assert.equal(last.numbers.get('fruit.definition'), '2.1.1');
  assert.ok(last.addresses.has('/kb/sources/nix-v-hedden/'));
  assert.ok(volumes[0]!.addresses.has('/kb/'));
  assert.deepEqual(volumesOf(locale, book!), [book]);
});

test('The PDF is named after the site, in another language with its tag.', () => {
  assert.equal(pdfName('Fruit, Explained'), 'fruit-explained.pdf');
  assert.equal(pdfName('Fruit or Vegetable?', 'ru'), 'fruit-or-vegetable-ru.pdf');
  assert.equal(pdfName('Фрукт или овощ?'), 'фрукт-или-овощ.pdf');
  assert.equal(pdfName('?!'), 'base.pdf');
  assert.equal(pdfName('Fruit', 'ru', '2'), 'fruit-ru-2.pdf');
});
