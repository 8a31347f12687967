/** What each word of a query may stand for in this base: itself, a longer word, a known word that is nearly it, another name of the same thing. */
import type { IndexReader } from './index-reader.ts';
import { bandOf, bandsNear, nearestWords, reach } from './likeness.ts';
import { nameOf, type Word } from './names.ts';
import type { Posting } from './postings.ts';
import type { Query } from './query.ts';
import { fold, stem } from './terms.ts';
import { transliterations } from './transliteration.ts';

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

/** Other terms for a run of words. */
export interface Other {
  first: number;
  last: number;
  weight: number;
  ways: Way[];
}

const WEIGHTS = { also: 0.6, longer: 0.35, begun: 0.8, corrected: 0.85, other: 0.7, whole: 0.9 };

/** Find what counts for each word. */
export function findSlots(reader: IndexReader, query: Query): Promise<Slot[]> {
  return Promise.all(query.words.map((word, at) => findSlot(reader, query, word, query.unfinished && at === query.words.length - 1)));
}

async function findSlot(reader: IndexReader, query: Query, word: Word, unfinished: boolean): Promise<Slot> {
  const way = async (key: string, weight: number): Promise<Way[]> => {
    const postings = await reader.postings(key);
    return postings.length ? [{ key, weight, postings }] : [];
  };
  const all = async (keys: readonly string[], weight: number) => (await Promise.all(keys.map((key) => way(key, weight)))).flat();
  const typed = fold(query.text.slice(word.from, word.to));
  const own = [...(await way(word.key, 1)), ...(await all(word.also, WEIGHTS.also))];
  const beginning = own.length > 0 ? word.key : typed;
  const longer = typed.length > (unfinished ? 1 : own.length > 0 ? 99 : 4) ? await all(await reader.completions(beginning, 12), WEIGHTS.longer) : [];
  if (own.length > 0) return { word, ways: [...own, ...longer] };
  if (!/^\p{L}+$/u.test(typed)) return { word, ways: longer };
  const begun = unfinished && typed.length > 3 ? ((await begunStem(reader, typed)) ?? (await begunWord(reader, typed))) : undefined;
  const likely = begun ? await way(begun, WEIGHTS.begun) : [];
  if (likely.length + longer.length > 0)
    return { word, ways: likely.length > 0 ? [...likely, ...longer] : longer.map((one) => ({ ...one, weight: WEIGHTS.begun })) };
  const correction = await correct(reader, typed);
  return correction ? { word, ways: await way(stem(correction), WEIGHTS.corrected), correction } : { word, ways: [] };
}

/** Endings that a stem lacks, of which some letters may have been typed. */
const ENDINGS = [
  'ions',
  'ational',
  'atively',
  'alities',
  'ities',
  'ingly',
  'edly',
  'ers',
  'ors',
  'ments',
  'nesses',
  'ables',
  'ibly',
  'ally',
  'ively',
  'ences',
  'ances',
];

/** Find the term that what was typed goes beyond: “extracti” is `extract` on the way to “extraction”. */
async function begunStem(reader: IndexReader, typed: string): Promise<string | undefined> {
  for (let length = typed.length - 1; length > Math.max(3, typed.length - 6); length -= 1) {
    if (!ENDINGS.some((ending) => ending.startsWith(typed.slice(length)))) continue;
    const key = typed.slice(0, length);
    if ((await reader.postings(key)).length > 0) return key;
  }
  return undefined;
}

/** Find the term of the most frequent known word that begins as what was typed. */
async function begunWord(reader: IndexReader, typed: string): Promise<string | undefined> {
  const tables = await Promise.all([...new Set([0, 2].map((longer) => bandOf(typed, longer)))].map((band) => reader.words(band)));
  const known = tables.flatMap((table) => [...table]).filter(([word]) => word.startsWith(typed));
  const [most] = known.sort((a, b) => Number(b[1]) - Number(a[1]));
  return most && stem(most[0]);
}

/** Find the known word that was probably meant: as it is typed, and as the other script would write it. */
async function correct(reader: IndexReader, typed: string): Promise<string | undefined> {
  const wordsOf = async (bands: readonly string[]) =>
    new Map((await Promise.all(bands.map((band) => reader.words(band)))).flatMap((table) => [...table]));
  const knownNear = (word: string) => wordsOf(bandsNear(word));
  // One slip within the words of this length is most likely; the other files are read only without it.
  const [close] = nearestWords(typed, await wordsOf([bandOf(typed)]), Math.min(1, reach(typed)));
  if (close) return close;
  const [own] = nearestWords(typed, await knownNear(typed));
  if (own) return own;
  for (const spelt of transliterations(typed)) {
    const known = await knownNear(spelt);
    if (known.has(spelt)) return spelt;
    const [nearest] = spelt.length > 6 ? nearestWords(spelt, known, 1) : [];
    if (nearest) return nearest;
  }
  return undefined;
}

/** Find other names for runs of words: from the vocabulary, and two words written as one. */
export async function findOthers(reader: IndexReader, query: Query, slots: readonly Slot[]): Promise<Other[]> {
  const keys = slots.map(({ word, ways }) => ways[0]?.key ?? word.key);
  const wanted: { first: number; last: number; weight: number; name: string }[] = [];
  for (let first = 0; first < keys.length; first += 1) {
    for (let last = first; last < Math.min(keys.length, first + 6); last += 1) {
      const name = keys.slice(first, last + 1).join(' ');
      for (const group of reader.entry.names) {
        if (!group.includes(name)) continue;
        for (const other of group.slice(0, 3)) if (other !== name) wanted.push({ first, last, weight: WEIGHTS.other, name: other });
      }
    }
    const [one, two] = [slots[first]!.word, slots[first + 1]?.word];
    if (two && two.at === one.at + 1) {
      const joined = fold(query.text.slice(one.from, one.to) + query.text.slice(two.from, two.to));
      if (/^\p{L}{6,}$/u.test(joined)) wanted.push({ first, last: first + 1, weight: WEIGHTS.whole, name: nameOf(joined) });
    }
  }
  const others = await Promise.all(
    wanted.slice(0, 12).map(async ({ name, ...rest }): Promise<Other> => {
      const ways = name.split(' ').map(async (key): Promise<Way> => ({ key, weight: 1, postings: await reader.postings(key) }));
      return { ...rest, ways: await Promise.all(ways) };
    }),
  );
  return others.filter(({ ways }) => ways.every(({ postings }) => postings.length > 0));
}
