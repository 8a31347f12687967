/** Synonyms of word sequences, from the vocabulary. */
import { fold } from './analyzer.ts';
import { synonymsOf, type IndexReader } from './index-reader.ts';
import { isCommonInLarge, occurTogether, type Candidate, type QueryTerm } from './query-expansion.ts';
import type { Query } from './query.ts';
import { phraseKey } from './query-tokens.ts';

/** Terms that must all match, in place of the words from `first` to `last`. */
export interface SynonymMatch {
  first: number;
  last: number;
  weight: number;
  terms: Candidate[];
}

/** The weight of a synonym, and of two words written as one. */
const SYNONYM = 0.7;
const JOINED = 0.9;
/** The maximum number of words of a name, of synonyms per name, and of synonyms per query. */
const LONGEST = 6;
const MOST_OF_NAME = 2;
const MOST = 12;
/** A word in more records needs no synonym in the other script. */
const RARE = 3;
const CYRILLIC = /[а-я]/;

/** Returns synonyms of word sequences, and two words written as one. Synonyms without results are left out. */
export async function findSynonyms(reader: IndexReader, query: Query, terms: readonly QueryTerm[]): Promise<SynonymMatch[]> {
  const wanted = [...synonymRuns(reader, query, terms), ...joinedWords(query, terms)].sort((a, b) => a.first - b.first);
  const matches = await Promise.all(
    wanted.slice(0, MOST).map(async ({ key, ...match }): Promise<SynonymMatch> => {
      const found = key.split(' ').map(async (one): Promise<Candidate> => ({ key: one, weight: 1, hits: await reader.hits(one) }));
      return { ...match, terms: await Promise.all(found) };
    }),
  );
  return matches.filter((match) => match.terms.every(({ hits }) => hits.length > 0));
}

type Wanted = Omit<SynonymMatch, 'terms'> & { key: string };

function synonymRuns(reader: IndexReader, { phrases }: Query, terms: readonly QueryTerm[]): Wanted[] {
  const keys = terms.map(({ token, candidates }) => candidates[0]?.key ?? token.key);
  const isRussian = reader.manifest.language === 'ru';
  return keys.flatMap((_, first) =>
    keys.slice(first, first + LONGEST).flatMap((_, more) => {
      const last = first + more;
      const words = keys.slice(first, last + 1);
      const run = terms.slice(first, last + 1);
      // The number of an article is specific; its synonyms (“main rule”) are frequent words. A phrase is searched exactly.
      const isExact = words.some((key) => key.includes('§')) || phrases.some(([from, to]) => from <= last && first <= to);
      if (isExact || run.every(({ skipped }) => skipped)) return [];
      const isFound = run.every(({ candidates }) => candidates.length > 0) && words.every((key) => CYRILLIC.test(key) === isRussian);
      // Most texts are in the language of the index, so a synonym in the other script is only loaded if it replaces the whole query.
      const isWhole = first === 0 && last === keys.length - 1;
      // A name in Cyrillic («хаггингфейс») hardly occurs in the texts, which have it in its own letters.
      const isRare = isRussian && run.length === 1 && CYRILLIC.test(words[0]!) && run[0]!.candidates.every(({ hits }) => hits.length <= RARE);
      // A name that no text contains (“lex loci protectionis”) is not corrected.
      const own = run.map(({ token }) => token.key).join(' ');
      const synonyms = [...new Set([words.join(' '), own].flatMap((name) => synonymsOf(reader, name)))].filter((key) => {
        const others = key.split(' ');
        // A synonym that contains all the words adds no record. In a large base, a synonym with a common word adds a long list.
        if (words.every((word) => others.includes(word)) || (isFound && others.some((word) => isCommonInLarge(reader, word)))) return false;
        return isWhole || isRare || CYRILLIC.test(key) === isRussian;
      });
      return synonyms.slice(0, MOST_OF_NAME).map((key) => ({ first, last, weight: SYNONYM, key }));
    }),
  );
}

function joinedWords({ text }: Query, terms: readonly QueryTerm[]): Wanted[] {
  return terms.flatMap(({ token: one }, first) => {
    const two = terms[first + 1]?.token;
    // Words that occur next to each other in a record are written separately.
    if (!two || two.at !== one.at + 1 || occurTogether(terms.slice(first, first + 2))) return [];
    const joined = fold(text.slice(one.from, one.to) + text.slice(two.from, two.to));
    return /^\p{L}[\p{L}\d]{5,}$/u.test(joined) ? [{ first, last: first + 1, weight: JOINED, key: phraseKey(joined) }] : [];
  });
}
