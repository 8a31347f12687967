/** Other names for runs of words. */
import type { IndexReader } from './index-reader.ts';
import { nameOf } from './names.ts';
import type { Query } from './query.ts';
import { fold } from './terms.ts';
import type { Slot, Way } from './understanding.ts';

/** Other terms for a run of words. */
export interface Other {
  first: number;
  last: number;
  weight: number;
  ways: Way[];
}

/** What another name counts for, and two words written as one. */
const OTHER = 0.7;
const JOINED = 0.9;
const CYRILLIC = /[а-я]/;

/** List the other names of what is called so, the usual ones first. */
export function namesOf(reader: IndexReader, name: string): string[] {
  return reader.entry.names.flatMap((group) => (group.includes(name) ? group.filter((other) => other !== name) : []));
}

/** Find other names for runs of words: from the vocabulary, and two words written as one. */
export async function findOthers(reader: IndexReader, query: Query, slots: readonly Slot[]): Promise<Other[]> {
  const keys = slots.map(({ word, ways }) => ways[0]?.key ?? word.key);
  const wanted: { first: number; last: number; weight: number; name: string }[] = [];
  for (let first = 0; first < keys.length; first += 1) {
    for (let last = first; last < Math.min(keys.length, first + 6); last += 1) {
      const name = keys.slice(first, last + 1).join(' ');
      // Most texts are in Latin letters; a Russian name is worth its weight where it is all that was asked.
      const isWhole = first === 0 && last === keys.length - 1;
      const names = namesOf(reader, name).filter((other) => isWhole || !CYRILLIC.test(other));
      for (const other of names.slice(0, 2)) wanted.push({ first, last, weight: OTHER, name: other });
    }
    const [one, two] = [slots[first]!.word, slots[first + 1]?.word];
    if (two && two.at === one.at + 1) {
      const joined = fold(query.text.slice(one.from, one.to) + query.text.slice(two.from, two.to));
      if (/^\p{L}[\p{L}\d]{5,}$/u.test(joined)) wanted.push({ first, last: first + 1, weight: JOINED, name: nameOf(joined) });
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
