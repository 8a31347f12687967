import { isPage, keyOf, type Entry, type Key } from './ledger.ts';
import { familyOf, nameBlocks } from './numbering.ts';
import { printOf } from './print.ts';
import type { Leaf, Publication } from './publication.ts';
import { standingOn, type Shelf } from './shelf.ts';

/** A page with all that stands on it named: what the ledger shall say. */
export interface Sheet {
  key: Key;
  leaf: Leaf;
  /** What it was before, under this id or another. */
  former: Shelf | undefined;
  /** The page itself, then its parts in order. */
  places: Place[];
}

/** A living address. */
export interface Place {
  key: Key;
  kind: Entry['kind'];
  /** Empty for the page itself. */
  name: string;
  section: string;
  print: string;
}

/** A page with its fingerprints, before its blocks have names. */
export interface Draft {
  key: Key;
  leaf: Leaf;
  print: string;
  prints: string[];
}

/** Take the fingerprints of all that is published. */
export function draftsOf({ leaves }: Publication): Map<Key, Draft> {
  return new Map(
    leaves.map((leaf) => {
      const key = keyOf(leaf.lang, leaf.id);
      return [key, { key, leaf, print: printOf(leaf.text), prints: leaf.parts.map(({ text }) => printOf(text)) }];
    }),
  );
}

/** Name everything on every page. `formerOf` gives the page that a new one was before. */
export function sheetsOf(
  drafts: ReadonlyMap<Key, Draft>,
  shelves: ReadonlyMap<Key, Shelf>,
  first: string,
  formerOf: (key: Key) => Key | undefined,
): Map<Key, Sheet> {
  const sheets = new Map<Key, Sheet>();
  for (const { key, leaf, print, prints } of drafts.values()) {
    const former = shelves.get(formerOf(key) ?? key);
    const standing = sectionsOf(leaf, prints);
    const passages = standing.filter(({ kind }) => kind === 'block');
    const guide = leaf.lang === first ? [] : (sheets.get(keyOf(first, leaf.id))?.places ?? []).filter(({ kind }) => kind === 'block');
    const names =
      passages.length === 0
        ? []
        : (unchanged(passages, former) ?? nameBlocks(passages, former, familyOf(shelves, [leaf.id, ...(former ? [former.id] : [])]), guide));
    const places: Place[] = [{ key, kind: leaf.kind, name: '', section: '', print }];
    let block = 0;
    for (const { kind, name: given, section, print: own } of standing) {
      const name = kind === 'block' ? names[block++]! : given;
      places.push({ key: keyOf(leaf.lang, leaf.id, name), kind, name, section, print: own });
    }
    sheets.set(key, { key, leaf, former, places });
  }
  return sheets;
}

function sectionsOf({ parts }: Leaf, prints: readonly string[]) {
  let section = '';
  return parts.map(({ kind, name }, at) => {
    if (kind === 'section') section = name;
    return { kind, name, section, print: prints[at]! };
  });
}

/** Give the names of a page's blocks when none of them changed, which is so of nearly every page. */
function unchanged(passages: readonly { section: string; print: string }[], former: Shelf | undefined): string[] | undefined {
  if (!former) return undefined;
  const olds = standingOn(former).filter(({ entry }) => entry.kind === 'block');
  const same =
    olds.length === passages.length &&
    olds.every(({ section, entry }, at) => entry.print === passages[at]!.print && section === passages[at]!.section);
  return same ? olds.map(({ name }) => name) : undefined;
}

/** Write the order of a page's parts, as the ledger keeps it; other pages have none. */
export function orderOf({ leaf, places }: Sheet): string | undefined {
  if (leaf.kind !== 'front' && leaf.kind !== 'concept' && leaf.kind !== 'question') return undefined;
  return places
    .filter(({ kind }) => !isPage(kind))
    .map(({ name }) => name)
    .join(' ');
}
