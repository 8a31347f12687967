import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locale } from '../../../src/model/locale.ts';
import { sourcesInOrder, termsByLetter } from '../../../src/model/sorting.ts';

const locale = (lang: string, terms: Record<string, string>[] = [], sources: string[] = []): Locale =>
  ({
    lang,
    pick: (texts: Record<string, string>) => texts[lang] ?? Object.values(texts)[0],
    vocabulary: { data: { terms: Object.fromEntries(terms.map((term, at) => [`t${at}`, { term }])) } },
    sources: new Map(sources.map((short) => [short, { data: { short } }])),
  }) as unknown as Locale;

const read = (made: Locale) => [...termsByLetter(made)].map(([letter, terms]) => [letter, terms.map(({ term }) => made.pick(term))]);

test('Terms are grouped by their first letter, in the order of their language, whatever punctuation they begin with.', () => {
  const terms: Record<string, string>[] = [{ en: 'weights', ru: 'веса' }, { en: '“as they are”' }, { en: 'AGPL', ru: 'ёмкость' }];
  assert.deepEqual(read(locale('en', terms)), [
    ['A', ['AGPL', '“as they are”']],
    ['W', ['weights']],
  ]);
  assert.deepEqual(
    read(locale('ru', terms)).map(([letter]) => letter),
    ['В', 'Е', 'A'],
  );
});

test('Numbers in the names of sources are sorted by value.', () => {
  const made = locale('en', [], ['art. 1260', 'art. 1334', 'art. 138']);
  assert.deepEqual(
    sourcesInOrder(made).map(({ data }) => data.short),
    ['art. 138', 'art. 1260', 'art. 1334'],
  );
});
