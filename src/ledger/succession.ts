import type { Address } from '../model/address.ts';
import type { Finder } from './finder.ts';
import { addressOf, keyOf, landingOf, partsOf, type Key, type Ledger } from './ledger.ts';
import { lengthOf } from './print.ts';
import type { Draft } from './sheet.ts';
import type { Shelf } from './shelf.ts';

/** What became of a page that is no more. */
export interface Succession {
  /** The page that took its place. */
  to: Key;
  /** Renamed: the new page carries on its numbers. Merged: it had, or has, others. Untranslated: the page of the first language stands for it. */
  how: 'renamed' | 'merged' | 'untranslated';
}

export interface Successions {
  found: Map<Key, Succession>;
  /** Pages for which an heir must be named, and the pages that hold most of their text. */
  unclear: { address: Address; near: Address[] }[];
}

interface Sources {
  ledger: Ledger;
  shelves: ReadonlyMap<Key, Shelf>;
  drafts: ReadonlyMap<Key, Draft>;
  heirs: ReadonlyMap<Address, Address>;
  languages: readonly string[];
  finder(lang: string): Finder;
}

/** Find the successor of each page that is gone: the one the writer named, the one in the first language, or the one that plainly holds its text. */
export function successionsOf(sources: Sources): Successions {
  const { ledger, shelves, drafts, heirs, languages, finder } = sources;
  const first = languages[0]!;
  const found = new Map<Key, Succession>();
  const unclear = new Map<Address, Address[]>();
  const claims = new Map<Key, { gone: Key; votes: number }>();
  const gone = [...shelves.values()].filter((shelf) => !drafts.has(shelf.key) && isLiving(shelf));
  for (const shelf of gone.sort((a, b) => Number(b.lang === first) - Number(a.lang === first))) {
    const votes = votesOf(shelf, finder(shelf.lang));
    const here = (id: string): Key | undefined => [keyOf(shelf.lang, id), keyOf(first, id)].find((key) => drafts.has(key));
    const named = heirs.get(shelf.id);
    const original = keyOf(first, shelf.id);
    const parallel = found.get(original);
    const to =
      (named && (here(named) ?? here(named.split('.')[0]!))) ??
      (drafts.has(original) ? original : undefined) ??
      (shelf.page?.to && here(landedOn(ledger, shelf.key))) ??
      (parallel && here(addressOf(parallel.to))) ??
      clearest(
        votes,
        lengthOf(shelf.page?.print ?? '') +
          [...shelf.parts.values()].reduce((sum, { to: retired, print }) => sum + (retired ? 0 : lengthOf(print)), 0),
      );
    if (!to) {
      if (!unclear.has(shelf.id))
        unclear.set(
          shelf.id,
          [...votes]
            .sort((a, b) => b[1] - a[1])
            .slice(0, 3)
            .map(([key]) => addressOf(key)),
        );
      continue;
    }
    found.set(shelf.key, { to, how: to === original ? 'untranslated' : 'merged' });
    const isNew = shelves.get(to)?.page?.to !== undefined || !shelves.get(to)?.page;
    const claim = { gone: shelf.key, votes: votes.get(to) ?? 0 };
    if (isNew && to !== original && drafts.get(to)!.leaf.lang === shelf.lang && claim.votes >= (claims.get(to)?.votes ?? 0)) claims.set(to, claim);
  }
  for (const claim of claims.values()) found.get(claim.gone)!.how = 'renamed';
  return {
    found,
    unclear: [...unclear].filter(([id]) => !languages.some((lang) => found.has(keyOf(lang, id)))).map(([address, near]) => ({ address, near })),
  };
}

/** Tell whether anything of a page is not retired yet; after a merge that may be a part of a page that is. */
const isLiving = ({ page, parts }: Shelf): boolean => (page && !page.to) || [...parts.values()].some(({ to }) => !to);

/** Give the id of the page that a retired one lands on. */
function landedOn(ledger: Ledger, key: Key): string {
  const landing = landingOf(ledger, key) ?? key;
  return partsOf(landing, ledger.get(landing)!.kind).page;
}

/** Count the words of a page that went to each page where they are new. */
function votesOf(shelf: Shelf, find: Finder): Map<Key, number> {
  const votes = new Map<Key, number>();
  for (const { print, to } of [...(shelf.page ? [shelf.page] : []), ...shelf.parts.values()]) {
    const [hit] = to ? [] : find(print);
    if (hit) votes.set(hit.leaf, (votes.get(hit.leaf) ?? 0) + lengthOf(print) * Math.max(hit.likeness, hit.share));
  }
  return votes;
}

/** Name the page that holds a fair part of the words, and far more of them than the next. */
function clearest(votes: ReadonlyMap<Key, number>, words: number): Key | undefined {
  const [best, second] = [...votes].sort((a, b) => b[1] - a[1]);
  return best && best[1] >= words * FAIR && best[1] >= 2 * (second?.[1] ?? 0) ? best[0] : undefined;
}

const FAIR = 0.25;
