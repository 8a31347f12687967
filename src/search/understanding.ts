/** What each word of a query may stand for in this base: itself, a longer word, a known word that is nearly it, another name of the same thing. */
import { begunStem, begunWord, correctFar, correctNear } from './corrections.ts';
import type { IndexReader } from './index-reader.ts';
import type { Word } from './names.ts';
import { namesOf } from './other-names.ts';
import type { Posting } from './postings.ts';
import type { Query } from './query.ts';
import { fold, stem } from './terms.ts';

/** A term that counts for a word. */
export interface Way {
  key: string;
  weight: number;
  postings: Posting[];
}

/** A word of the query with all that counts for it, the word itself first. Empty when nothing does. */
export interface Slot {
  word: Word;
  ways: Way[];
  /** The known word that is taken for the one that was typed. */
  correction?: string;
}

const WEIGHTS = { also: 0.6, longer: 0.35, begun: 0.8, corrected: 0.85, other: 0.7 };

/** Find what counts for each word. */
export async function findSlots(reader: IndexReader, query: Query): Promise<Slot[]> {
  const slots = await Promise.all(query.words.map((word, at) => findSlot(reader, query, word, query.unfinished && at === query.words.length - 1)));
  // Where nothing at all is known, the slip may be in the first letter, and many words are worth reading.
  return slots.some(({ ways }) => ways.length > 0) ? slots : Promise.all(slots.map((slot) => corrected(reader, query, slot.word, correctFar)));
}

type Correct = (reader: IndexReader, typed: string) => Promise<string | undefined>;

async function corrected(reader: IndexReader, query: Query, word: Word, correct: Correct): Promise<Slot> {
  const typed = typedAs(query, word);
  const correction = /^\p{L}+$/u.test(typed) ? await correct(reader, typed) : undefined;
  return correction ? { word, ways: await waysTo(reader, [stem(correction)], WEIGHTS.corrected), correction } : { word, ways: [] };
}

async function findSlot(reader: IndexReader, query: Query, word: Word, unfinished: boolean): Promise<Slot> {
  const typed = typedAs(query, word);
  const own = [...(await waysTo(reader, [word.key], 1)), ...(await waysTo(reader, word.also, WEIGHTS.also))];
  const beginning = own.length > 0 ? word.key : typed;
  const longer =
    typed.length > (unfinished ? 1 : own.length > 0 ? 99 : 4) ? await waysTo(reader, await reader.completions(beginning, 12), WEIGHTS.longer) : [];
  if (own.length > 0) return { word, ways: [...own, ...longer] };
  if (!/^\p{L}+$/u.test(typed)) return { word, ways: longer };
  const begun = unfinished && typed.length > 3 ? ((await begunStem(reader, typed)) ?? (await begunWord(reader, typed))) : undefined;
  const likely = begun ? await waysTo(reader, [begun], WEIGHTS.begun) : [];
  if (likely.length + longer.length > 0)
    return { word, ways: likely.length > 0 ? [...likely, ...longer] : longer.map((one) => ({ ...one, weight: WEIGHTS.begun })) };
  // What the vocabulary knows by another name is no slip.
  const named = namesOf(reader, word.key);
  if (named.length > 0) return { word, ways: await waysTo(reader, named.filter((name) => !name.includes(' ')).slice(0, 3), WEIGHTS.other) };
  return corrected(reader, query, word, correctNear);
}

const typedAs = ({ text }: Query, { from, to }: Word): string => fold(text.slice(from, to));

async function waysTo(reader: IndexReader, keys: readonly string[], weight: number): Promise<Way[]> {
  const ways = await Promise.all(keys.map(async (key): Promise<Way> => ({ key, weight, postings: await reader.postings(key) })));
  return ways.filter(({ postings }) => postings.length > 0);
}
