/** Words that stand beside each other. */
import { FIELD } from './postings.ts';
import type { Query } from './query.ts';
import type { Slot, Way } from './understanding.ts';

/** Words that follow each other, with the gap between them. */
export function pairsOf(slots: readonly Slot[]): [Way, Way, number, number][] {
  return slots.slice(1).flatMap((slot, at) => {
    const [one, two] = [slots[at]!, slot];
    return one.ways[0] && two.ways[0] ? [[one.ways[0], two.ways[0], two.word.at - one.word.at, at] as [Way, Way, number, number]] : [];
  });
}

/** Tell which records hold every phrase, in their body or in their names. */
export function phraseHolders({ phrases }: Query, slots: readonly Slot[]): (record: number) => boolean {
  const holders = phrases.map(([first, last]) => {
    const run = slots.slice(first, last + 1);
    // The bare number stands wherever the number of an article does, and elsewhere too.
    const ways = run.map(({ word, ways: all }) => all.find(({ key }) => word.also.includes(key)) ?? all[0]);
    const maps = ways.map((way) => new Map((way?.postings ?? []).map((posting) => [posting.record, posting])));
    return (record: number): boolean => {
      const postings = maps.map((map) => map.get(record));
      if (postings.some((posting) => !posting)) return false;
      if ([FIELD.title, FIELD.name].some((field) => postings.every((posting) => posting!.fields & field))) return true;
      return postings[0]!.places.some((place) =>
        postings.every((posting, at) => posting!.places.includes(place + run[at]!.word.at - run[0]!.word.at)),
      );
    };
  });
  return (record) => holders.every((holds) => holds(record));
}
