import type { Fresh } from './fresh.ts';
import { scalesFor } from './likeness.ts';
import { lengthOf, wordsOf } from './print.ts';

export interface Hit extends Fresh {
  likeness: number;
  /** The part of the text sought that it holds. */
  share: number;
}

export type Finder = (print: string) => Hit[];

/**
 * Make a search in new texts by fingerprint; gives hits, the best first. `background` are the old texts, whose common words say little.
 * Texts of one or two words are found only when they are the same and there is one.
 */
export function finderOf(fresh: readonly Fresh[], background: readonly string[]): Finder {
  if (fresh.length === 0) return () => [];
  const same = Map.groupBy(fresh, ({ print }) => print);
  const postings = new Map<number, Fresh[]>();
  for (const one of fresh) {
    for (const word of wordsOf(one.print)) {
      const list = postings.get(word);
      if (list) list.push(one);
      else postings.set(word, [one]);
    }
  }
  const scales = scalesFor(
    background,
    fresh.map(({ print }) => print),
  );
  return (print) => {
    const twins = lengthOf(print) ? (same.get(print) ?? []) : [];
    if (lengthOf(print) < FEW) return twins.length === 1 ? [{ ...twins[0]!, likeness: 1, share: 1 }] : [];
    if (twins.length) return twins.map((twin) => ({ ...twin, likeness: 1, share: 1 }));
    const lists = [...wordsOf(print)]
      .flatMap((word) => {
        const list = postings.get(word);
        return list ? [list] : [];
      })
      .sort((a, b) => a.length - b.length);
    const candidates = new Set((fresh.length > MANY ? lists.slice(0, RAREST) : lists).flat());
    return [...candidates]
      .map((one): Hit => ({ ...one, likeness: scales.likeness(print, one.print), share: scales.share(print, one.print) }))
      .filter(({ likeness, share }) => likeness >= ALIKE || share >= HELD)
      .sort((a, b) => b.likeness + b.share - a.likeness - a.share);
  };
}

/** A text has gone on when another is so like it, or holds so much of it. */
const ALIKE = 0.35;
const HELD = 0.45;

/** Texts of fewer words say too little. */
const FEW = 3;
/** Among more texts than these, only those that share one of the rarest words are compared. */
const MANY = 500;
const RAREST = 12;
