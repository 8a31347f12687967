import type { Entry, Key } from './ledger.ts';
import { finderOf, type Finder } from './finder.ts';
import type { Part } from './publication.ts';
import type { Draft } from './sheet.ts';
import type { Shelf } from './shelf.ts';

/** A text that is new where it stands: where the text of an address that is no more may have gone. */
export interface Fresh {
  leaf: Key;
  /** Its index among the places of that page's sheet. */
  at: number;
  kind: Entry['kind'];
  print: string;
}

/** Make for each language, when it is first asked for, a search in what is new on its pages. */
export function findersOf(drafts: ReadonlyMap<Key, Draft>, shelves: ReadonlyMap<Key, Shelf>): (lang: string) => Finder {
  const made = new Map<string, Finder>();
  return (lang) => {
    const known = made.get(lang);
    if (known) return known;
    const fresh: Fresh[] = [];
    const background: string[] = [];
    const touched = new Set<Key>([...shelves.keys()].filter((key) => !drafts.has(key)));
    for (const { key, leaf, print, prints } of drafts.values()) {
      if (leaf.lang !== lang) continue;
      const shelf = shelves.get(key);
      const old = new Set(shelf && !shelf.page?.to ? livingPrints(shelf) : []);
      const isOld = ({ kind, name }: Part, one: string): boolean =>
        kind === 'block' ? old.has(one) : shelf?.parts.get(name)?.print === one && !shelf.parts.get(name)!.to;
      const own: Fresh[] = old.has(print) ? [] : [{ leaf: key, at: 0, kind: leaf.kind, print }];
      for (const [at, one] of prints.entries())
        if (!isOld(leaf.parts[at]!, one)) own.push({ leaf: key, at: at + 1, kind: leaf.parts[at]!.kind, print: one });
      fresh.push(...own);
      if (own.length) touched.add(key);
    }
    for (const key of touched) {
      const shelf = shelves.get(key);
      if (shelf?.lang === lang && fresh.length) background.push(...livingPrints(shelf));
    }
    const finder = finderOf(fresh, background);
    made.set(lang, finder);
    return finder;
  };
}

const livingPrints = ({ page, parts }: Shelf): string[] =>
  [...(page ? [page] : []), ...parts.values()].flatMap(({ to, print }) => (to ? [] : [print]));
