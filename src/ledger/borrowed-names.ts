import { scalesFor } from './likeness.ts';
import type { Passage } from './matching.ts';
import type { Shelf } from './shelf.ts';

/** A block with its name, on a page of the first language: its translation takes the same number. */
export type Guide = readonly { name: string; section: string }[];

/** Give a retired name back to a passage that has come back. */
export function revive(names: (string | undefined)[], passages: readonly Passage[], own: Shelf): void {
  const retired = [...own.parts].filter(([, { kind, to }]) => kind === 'block' && to);
  if (retired.length === 0) return;
  const { likeness } = scalesFor(
    retired.map(([, { print }]) => print),
    passages.map(({ print }) => print),
  );
  const pairs = names.flatMap((known, at) =>
    known ? [] : retired.map(([name, { print }]) => ({ name, at, like: likeness(print, passages[at]!.print) })).filter(({ like }) => like >= BACK),
  );
  for (const { name, at } of pairs.sort((a, b) => b.like - a.like || a.at - b.at)) if (!names[at] && !names.includes(name)) names[at] = name;
}

/** How like a retired passage must be to have come back. */
const BACK = 0.6;

/**
 * Give the new blocks of a gap, in order, the names of the blocks that the first language has in the same gap: a translation follows its
 * original. Where it has fewer the last names stay free, where it has more the last blocks get numbers of their own.
 */
export function followGuide(names: (string | undefined)[], passages: readonly Passage[], own: Shelf | undefined, guide: Guide): void {
  const sectionOf = (at: number): string | undefined => passages[at]?.section;
  for (let from = 0; from < names.length; from += 1) {
    if (names[from]) continue;
    const section = sectionOf(from)!;
    let to = from;
    while (to < names.length && !names[to] && sectionOf(to) === section) to += 1;
    const there = guide.filter((block) => block.section === section).map(({ name }) => name);
    const before = sectionOf(from - 1) === section ? there.indexOf(names[from - 1]!) : -1;
    const after = sectionOf(to) === section ? there.indexOf(names[to]!) : -1;
    const isKnown = before >= 0 || sectionOf(from - 1) !== section;
    const gap = isKnown ? there.slice(before + 1, after < 0 ? undefined : after) : [];
    const free = gap.filter((name) => !own?.parts.has(name) && !names.includes(name)).slice(0, to - from);
    names.splice(from, free.length, ...free);
    from = to - 1;
  }
}
