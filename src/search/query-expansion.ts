/** Expands each word of a query to candidates: itself, completions, corrections and synonyms. */
import { fold, stem } from './analyzer.ts';
import { synonymsOf, type Hit, type IndexReader } from './index-reader.ts';
import { wholeWord } from './pagefind-words.ts';
import { isLowWeight } from './query-stopwords.ts';
import type { Query } from './query.ts';
import { phraseKey, type Token } from './query-tokens.ts';
import { changedRoots } from './stem-russian.ts';
import { soundsAlike } from './sounds.ts';
import { completeStem, completeWord, derivedFrom, suggestAnyInitial, suggestSameInitial } from './spelling.ts';
import { transliterations } from './transliteration.ts';

/** A term that matches a word of the query. */
export interface Candidate {
  /** Ends in `…` for a prefix. */
  key: string;
  weight: number;
  hits: Hit[];
}

/** A word of the query with its candidates, the word itself first. There are no candidates if nothing matches. */
export interface QueryTerm {
  token: Token;
  candidates: Candidate[];
  /** The correction of the typed word. */
  correction?: string;
  /** Whether the word is common, so that its records are not loaded. */
  skipped?: true;
}

const WEIGHTS = { also: 0.6, changed: 0.6, longer: 0.35, completed: 0.8, corrected: 0.85, synonym: 0.7 };
/** A word that occurs in more records is not replaced by a usual spelling. */
const FEW = 30;
/** A word in more records needs no word from which it is made. */
const RARE = 3;
/** The number of records of a large base. In a smaller one the lists of common words are short. */
export const LARGE = 1500;
/** The number of words that suffice to find a record. The records of further common words are not loaded. */
const ENOUGH = 3;
const LETTERS = /^\p{L}[\p{L}']*$/u;

/** Whether a record contains the first candidate of every word that is not skipped. */
export function occurTogether(terms: readonly QueryTerm[]): boolean {
  const [first, ...rest] = terms.filter(({ skipped }) => !skipped).map(({ candidates }) => candidates[0]?.hits ?? []);
  const sets = rest.map((hits) => new Set(hits.map(({ record }) => record)));
  return first?.some(({ record }) => sets.every((records) => records.has(record))) ?? false;
}

/** Whether a word is common in a large base, so that the list of its records is long. */
export const isCommonInLarge = ({ manifest }: IndexReader, key: string): boolean =>
  manifest.kindOf.length >= LARGE && manifest.common.includes(wholeWord(key));

/** Returns the words whose records are not loaded: common words, if the query has enough other words. */
function skippedIn({ manifest }: IndexReader, { tokens, phrases }: Query): Set<Token> {
  if (phrases.length > 0 || manifest.kindOf.length < LARGE) return new Set();
  const rank = ({ key }: Token): number => manifest.common.indexOf(wholeWord(key));
  const rarestFirst = tokens.filter((_, at) => !isLowWeight(tokens, at)).sort((a, b) => rank(a) - rank(b));
  return new Set(rarestFirst.slice(ENOUGH).filter((token) => rank(token) >= 0));
}

/** Returns the candidates of each word. */
export async function expandQuery(reader: IndexReader, query: Query): Promise<QueryTerm[]> {
  const last = query.tokens.length - 1;
  const skipped = skippedIn(reader, query);
  const terms = await Promise.all(
    query.tokens.map((token, at): QueryTerm | Promise<QueryTerm> =>
      skipped.has(token)
        ? { token, candidates: [{ key: token.key, weight: 1, hits: [] }], skipped: true }
        : expand(reader, query, token, query.unfinished && at === last),
    ),
  );
  if (terms.some(({ candidates }) => candidates.length > 0)) return terms;
  // Nothing matches, so the typo may be in the first letter. Only then the larger dictionary files are loaded.
  return Promise.all(terms.map(({ token }) => correct(reader, query, token, suggestAnyInitial)));
}

async function expand(reader: IndexReader, query: Query, token: Token, unfinished: boolean): Promise<QueryTerm> {
  const typed = typedAs(query, token);
  const itself = await candidatesFor(reader, [token.key], 1);
  // With a match for the number of an article, the plain number adds nothing, except in a phrase.
  const isReference = itself.length > 0 && token.key.startsWith('§') && query.phrases.length === 0;
  const own = isReference ? itself : [...itself, ...(await candidatesFor(reader, token.also, WEIGHTS.also))];
  const isKnown = own.length > 0;
  // A finished known word needs no completion.
  // Nor does the number of an article that exists: “art. 13” is not the beginning of 1308.
  const isPrefix = unfinished && !isReference ? typed.length > 1 : !isKnown && typed.length > 4;
  const longer = isPrefix ? await prefixCandidate(reader, isKnown ? token.key : typed) : [];
  const changed =
    reader.manifest.language === 'ru' && /^[а-я]+$/.test(token.key) ? await candidatesFor(reader, changedRoots(token.key), WEIGHTS.changed) : [];
  if (isKnown)
    return { token, candidates: [...own, ...changed, ...(await spelledOut(reader, token, own)), ...(await madeOf(reader, token, own)), ...longer] };
  if (changed.length > 0) return { token, candidates: [...changed, ...longer] };
  // A word of the vocabulary is neither the beginning of another nor a typo.
  const synonyms = synonymsOf(reader, token.key).filter((name) => !name.includes(' '));
  if (synonyms.length > 0) return { token, candidates: await candidatesFor(reader, synonyms.slice(0, 3), WEIGHTS.synonym) };
  const acronym = longer.length > 0 ? [] : await candidatesFor(reader, acronymIn(typed), WEIGHTS.corrected);
  // “pre-emption”, if the texts have only “preemption”.
  const joined = typed.includes('-') ? await candidatesFor(reader, [phraseKey(typed.replaceAll('-', ''))], WEIGHTS.corrected) : [];
  if (acronym.length + joined.length > 0 || !LETTERS.test(typed)) return { token, candidates: [...acronym, ...joined, ...longer] };
  const completed =
    unfinished && typed.length > 3
      ? ((await completeStem(reader, typed)) ?? (await completeWord(reader, typed)) ?? (await derivedFrom(reader, token.key)))
      : await derivedFrom(reader, token.key);
  const likely = completed ? await candidatesFor(reader, [completed], WEIGHTS.completed) : [];
  if (likely.length > 0) return { token, candidates: [...likely, ...longer] };
  if (longer.length > 0) return { token, candidates: longer.map((one) => ({ ...one, weight: WEIGHTS.completed })) };
  return correct(reader, query, token, suggestSameInitial);
}

/**
 * Returns the usual spelling of an abbreviation that is typed in the other script (`нато` for NATO), or of a name in Cyrillic (`копайлот` for Copilot),
 * that occurs in few records.
 */
async function spelledOut(reader: IndexReader, { key }: Token, [own]: readonly Candidate[]): Promise<Candidate[]> {
  const isCyrillic = /[а-я]/.test(key);
  const isLong = key.length > 5;
  if ((isLong && !(isCyrillic && reader.manifest.language === 'ru')) || own!.hits.length > FEW) return [];
  const isSpelling = (name: string): boolean =>
    /^\p{L}+$/u.test(name) && (isCyrillic ? soundsAlike(key, name) : name.length < 6 && soundsAlike(name, key));
  const written = synonymsOf(reader, key).filter((name) => /[а-я]/.test(name) !== isCyrillic && isSpelling(name));
  return candidatesFor(reader, written.slice(0, 1), WEIGHTS.corrected);
}

/** Returns the word from which a Russian word is made that hardly any record contains, or only a reader's question: «дообучить» for «передообучить». */
async function madeOf(reader: IndexReader, { key }: Token, [own]: readonly Candidate[]): Promise<Candidate[]> {
  if (reader.manifest.language !== 'ru' || !/^[а-я]{6,}$/.test(key) || own!.hits.length > RARE) return [];
  const base = await derivedFrom(reader, key);
  return base ? candidatesFor(reader, [base], WEIGHTS.changed) : [];
}

/** Returns the Latin spelling of an acronym or a version that is typed in Cyrillic: «дпо» for DPO, «р1» for R1. */
const acronymIn = (typed: string): string[] => (/^(?:[а-я]{3,4}|[а-я]{1,2}\d[\d.]*)$/.test(typed) ? transliterations(typed).slice(0, 1) : []);

type Suggest = (reader: IndexReader, typed: string) => Promise<string | undefined>;

async function correct(reader: IndexReader, query: Query, token: Token, suggest: Suggest): Promise<QueryTerm> {
  const typed = typedAs(query, token);
  const correction = LETTERS.test(typed) ? await suggest(reader, typed) : undefined;
  const candidates = correction ? await candidatesFor(reader, [stem(correction)], WEIGHTS.corrected) : [];
  // A correction that finds nothing is not offered.
  return correction && candidates.length > 0 ? { token, candidates, correction } : { token, candidates: [] };
}

const typedAs = ({ text }: Query, { from, to }: Token): string => fold(text.slice(from, to));

async function candidatesFor(reader: IndexReader, keys: readonly string[], weight: number): Promise<Candidate[]> {
  const candidates = await Promise.all(keys.map(async (key): Promise<Candidate> => ({ key, weight, hits: await reader.hits(key) })));
  return candidates.filter(({ hits }) => hits.length > 0);
}

async function prefixCandidate(reader: IndexReader, prefix: string): Promise<Candidate[]> {
  const hits = await reader.prefixHits(prefix);
  return hits.length > 0 ? [{ key: `${prefix}…`, weight: WEIGHTS.longer, hits }] : [];
}
