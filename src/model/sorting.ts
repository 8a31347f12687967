import type { VocabularyData } from '../schema/vocabulary.ts';
import type { Locale } from './locale.ts';
import type { Source } from './source.ts';

export type Term = { id: string } & VocabularyData['terms'][string];

/** Sorts the sources by their short titles, numbers by value. */
export function sourcesInOrder({ sources, lang }: Locale): Source[] {
  const { compare } = new Intl.Collator(lang, { numeric: true });
  return [...sources.values()].sort((a, b) => compare(a.data.short, b.data.short));
}

/** Sorts the terms in the language of the locale, and groups them by first letter. */
export function termsByLetter({ vocabulary, lang, pick }: Locale): Map<string, Term[]> {
  const { compare } = new Intl.Collator(lang, { ignorePunctuation: true });
  const terms = Object.entries(vocabulary?.data.terms ?? {}).map(([id, term]) => ({ id, ...term }));
  return Map.groupBy(
    terms.sort((a, b) => compare(pick(a.term), pick(b.term))),
    ({ term }) => /\p{L}|\p{N}/u.exec(pick(term))?.[0].toLocaleUpperCase(lang).replace('Ё', 'Е') ?? '',
  );
}
