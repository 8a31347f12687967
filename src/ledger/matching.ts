import { scalesFor } from './likeness.ts';

/** A block without its name: the section it stands in and the fingerprint of its words. */
export interface Passage {
  section: string;
  print: string;
}

/**
 * Tell of each new passage of a page which old one it is, by index. The same words come first, then likeness; standing in the same
 * section, and beside a passage that is the same, counts for a little. Of the parts of a split passage the likest is the old one.
 */
export function matchPassages(olds: readonly Passage[], news: readonly Passage[]): (number | undefined)[] {
  const found = pairSame(olds, news);
  const oldOf = (at: number): number | undefined => (at < 0 ? -1 : at >= news.length ? olds.length : found[at]);
  const taken = new Set(found.filter((old) => old !== undefined));
  const left = [...olds.keys()].filter((old) => !taken.has(old));
  if (left.length === 0 || taken.size === news.length) return found;
  const { likeness } = scalesFor(
    olds.map(({ print }) => print),
    news.map(({ print }) => print),
  );
  const likes = new Map(left.map((old) => [old, news.map(({ print }, at) => (found[at] === undefined ? likeness(olds[old]!.print, print) : 0))]));
  for (const enough of ROUNDS) {
    const pairs: { old: number; at: number; score: number }[] = [];
    for (const [old, like] of likes) {
      for (const [at, alike] of like.entries()) {
        if (found[at] !== undefined || alike < LEAST) continue;
        const beside = Number(oldOf(at - 1) === old - 1) + Number(oldOf(at + 1) === old + 1);
        const score = alike + beside * BESIDE + (olds[old]!.section === news[at]!.section ? AT_HOME : 0);
        if (score >= enough) pairs.push({ old, at, score });
      }
    }
    for (const { old, at } of pairs.sort((a, b) => b.score - a.score || a.old - b.old || a.at - b.at)) {
      if (found[at] !== undefined || !likes.delete(old)) continue;
      found[at] = old;
    }
  }
  return found;
}

/** What two passages must share to be one, and the scores that are enough, the clear cases first: they are the neighbours of the others. */
const LEAST = 0.12;
const ROUNDS = [0.6, 0.4];
const BESIDE = 0.08;
const AT_HOME = 0.04;

/** Pair the passages whose words are the same; of several, those of the same section, then in their order. */
function pairSame(olds: readonly Passage[], news: readonly Passage[]): (number | undefined)[] {
  const found: (number | undefined)[] = news.map(() => undefined);
  for (const name of [({ section, print }: Passage) => `${section} ${print}`, ({ print }: Passage) => print]) {
    const taken = new Set(found);
    const waiting = new Map<string, number[]>();
    for (const [old, passage] of olds.entries()) {
      if (taken.has(old)) continue;
      const queue = waiting.get(name(passage));
      if (queue) queue.push(old);
      else waiting.set(name(passage), [old]);
    }
    for (const [at, passage] of news.entries()) found[at] ??= waiting.get(name(passage))?.shift();
  }
  return found;
}
