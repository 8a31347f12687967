/**
 * Ranks records. Pagefind scores each term and joins terms with AND; here the scores are joined with OR, and weighted by the rarity of a
 * word, the coverage of the query, names, page and kind.
 */
import { analyze } from './analyzer.ts';
import { boostOf } from './boosts.ts';
import type { Hit, IndexReader } from './index-reader.ts';
import { nameTerm } from './pagefind-words.ts';
import { occurTogether, type QueryTerm } from './query-expansion.ts';
import { isLowWeight } from './query-stopwords.ts';
import { isQuestion, type Query } from './query.ts';
import { WEIGHTS } from './ranking-weights.ts';
import type { SynonymMatch } from './synonyms.ts';

export interface Ranked {
  record: number;
  score: number;
  /** The weighted share of the query that the record covers. */
  coverage: number;
}

/** The scores of a record and its coverage of each query word, from 0 to 1. */
interface Scores {
  terms: number[];
  covered: number[];
  names: number;
  /** Whether the query names the record by its identifier: the number of an article, a case or a preprint. */
  isNamed: boolean;
}

/** The maximum number of words of a name. */
const LONGEST_NAME = 8;

/** Scores all records that match, best first. */
export async function rank(reader: IndexReader, query: Query, terms: readonly QueryTerm[], synonyms: readonly SynonymMatch[]): Promise<Ranked[]> {
  const rarity = rarityIn(reader.size);
  // A word that is repeated («слово в слово») counts once.
  const isRepeated = (at: number): boolean => terms.findIndex(({ token }) => token.key === terms[at]!.token.key) < at;
  const importance = terms.map((term, at) => (isRepeated(at) ? 0 : importanceOf(term, rarity) * (isLowWeight(query.tokens, at) ? WEIGHTS.low : 1)));
  const total = importance.reduce((sum, one) => sum + one, 0);
  if (total === 0) return [];
  const scores = new ScoreTable(importance);
  for (const [at, { candidates }] of terms.entries()) {
    for (const { weight, hits } of candidates)
      for (const { record, score } of hits) scores.count(at, record, (weight * score) / rarity(hits), weight);
  }
  for (const synonym of synonyms) addSynonym(scores, synonym, rarity);
  await addNames(scores, reader, query, terms);
  const onPage = scores.coverageByPage(reader.pageOf);
  const asked = similarQuestions(scores, reader);
  const holders = await Promise.all(query.phrases.map((phrase) => phraseHolders(reader, query, terms, phrase)));
  const ranked: Ranked[] = [];
  for (const [record, { terms: own, covered, names, isNamed }] of scores.records) {
    if (reader.isOfQuestions(record) || !holders.every((holds) => holds.has(record))) continue;
    const page = reader.pageOf[record]!;
    const around = onPage.get(page)!;
    const coverage = covered.reduce((sum, one, at) => sum + (importance[at]! * Math.max(one, WEIGHTS.page * around[at]!)) / total, 0);
    const bearer = isNamed ? (WEIGHTS.identifier[reader.kindOf(record)] ?? WEIGHTS.identifier.other!) : 1;
    const similar = 1 + WEIGHTS.questions * (asked.get(page) ?? 0);
    const score = own.reduce((sum, one) => sum + one, names) * coverage * boostOf(reader, record) * bearer * similar;
    ranked.push({ record, coverage, score });
  }
  return ranked.sort((a, b) => b.score - a.score || a.record - b.record);
}

/** Returns how similar the questions of each page are to a long query, from 0 to 1, the most similar. */
function similarQuestions({ importance, records }: ScoreTable, reader: IndexReader): Map<number, number> {
  if (importance.filter((one) => one > 0).length < WEIGHTS.leastForQuestions) return new Map();
  const sums = [...records].flatMap(([record, { terms }]): [number, number][] =>
    reader.isOfQuestions(record) ? [[reader.pageOf[record]!, terms.reduce((sum, one) => sum + one, 0)]] : [],
  );
  const most = Math.max(...sums.map(([, sum]) => sum));
  return new Map(sums.map(([page, sum]) => [page, sum / most]));
}

type Rarity = (hits: readonly Hit[]) => number;

/** Returns the inverse document frequency of BM25, which Pagefind's scores already contain. */
const rarityIn =
  (records: number): Rarity =>
  ({ length }) =>
    Math.log(1 + (records - length + 0.5) / (length + 0.5));

/** Returns the importance of a word by its rarity; of equal candidates, the most frequent counts. */
function importanceOf({ candidates, skipped }: QueryTerm, rarity: Rarity): number {
  if (skipped) return 0;
  const best = candidates.filter(({ weight }) => weight >= candidates[0]!.weight);
  return best.length > 0 ? Math.min(...best.map(({ hits }) => rarity(hits))) ** WEIGHTS.rarity : 0;
}

class ScoreTable {
  readonly records = new Map<number, Scores>();
  readonly importance: readonly number[];

  constructor(importance: readonly number[]) {
    this.importance = importance;
  }

  of(record: number): Scores {
    const scores = this.records.get(record) ?? {
      terms: this.importance.map(() => 0),
      covered: this.importance.map(() => 0),
      names: 0,
      isNamed: false,
    };
    this.records.set(record, scores);
    return scores;
  }

  /** Keeps the best score of a word in a record. */
  count(at: number, record: number, score: number, covered: number): void {
    const scores = this.of(record);
    scores.terms[at] = Math.max(scores.terms[at]!, this.importance[at]! * score);
    scores.covered[at] = Math.max(scores.covered[at]!, covered);
  }

  /** Returns, for each page, the coverage of each word by all records of the page together. */
  coverageByPage(pageOf: readonly number[]): Map<number, number[]> {
    const pages = new Map<number, number[]>();
    for (const [record, { covered }] of this.records) {
      const page = pages.get(pageOf[record]!);
      pages.set(
        pageOf[record]!,
        covered.map((one, at) => Math.max(one, page?.[at] ?? 0)),
      );
    }
    return pages;
  }
}

/** Scores a synonym for the words that it replaces, in records that contain all its words. */
function addSynonym(scores: ScoreTable, { first, last, weight, terms }: SynonymMatch, rarity: Rarity): void {
  const sums = new Map<number, { score: number; words: number }>();
  for (const { hits } of terms) {
    for (const { record, score } of hits) {
      const { score: sum = 0, words = 0 } = sums.get(record) ?? {};
      sums.set(record, { score: sum + score / rarity(hits) / terms.length, words: words + 1 });
    }
  }
  for (const [record, { score, words }] of sums) {
    for (let at = first; at <= last && words === terms.length; at += 1) scores.count(at, record, weight * score, WEIGHTS.synonym);
  }
}

/**
 * Adds scores to records with a name that consists of consecutive words of the query. If the name has a digit, it is an identifier: the query names
 * the record if the record also contains the other words (“Handbook” beside “art. 12”), unless these are the number of a paragraph.
 */
async function addNames(scores: ScoreTable, reader: IndexReader, query: Query, terms: readonly QueryTerm[]): Promise<void> {
  const { importance } = scores;
  const total = importance.reduce((sum, one) => sum + one, 0);
  for (let first = 0; first < terms.length; first += 1) {
    let mass = 0;
    for (let last = first; last < Math.min(terms.length, first + LONGEST_NAME); last += 1) {
      const run = terms.slice(first, last + 1);
      // A record with this name contains all its words: if no record does, no look-up is needed.
      if (!occurTogether(run)) break;
      mass += importance[last]!;
      const named = await reader.hits(nameTerm(run.map(({ candidates }) => candidates[0]!.key).join(' ')));
      const isIdentifier = run.some(({ token }) => /\d/.test(token.key)) && terms.length <= LONGEST_NAME && !isQuestion(query.text);
      for (const { record } of named) {
        const own = scores.of(record);
        own.names += WEIGHTS.wholeName * mass * (mass / total) ** 2;
        own.isNamed ||=
          isIdentifier &&
          terms.every(({ skipped }, at) => skipped || (at >= first && at <= last) || own.covered[at]! > 0 || isLowWeight(query.tokens, at));
      }
    }
  }
}

/** Returns the records that contain a phrase, as typed or with the best candidates of its words (a correction, the digits of a number). */
async function phraseHolders(
  reader: IndexReader,
  { text }: Query,
  terms: readonly QueryTerm[],
  [first, last]: readonly [number, number],
): Promise<Set<number>> {
  const typed = text.slice(terms[first]!.token.from, terms[last]!.token.to);
  const words = analyze(typed).flatMap(({ key, role }) => (role === 'word' || role === 'reference' ? [key] : []));
  const best = terms.slice(first, last + 1).map(phraseTerm);
  const found = await Promise.all([words, best].map((keys) => reader.phraseHolders(keys)));
  return new Set(found.flatMap((records) => [...records]));
}

/** Returns the term in a phrase: the plain number, not the number of an article. */
const phraseTerm = ({ token, candidates }: QueryTerm): string =>
  (candidates.find(({ key }) => token.also.includes(key)) ?? candidates[0])?.key ?? token.key;
