import { keyOf, numberOf, type Ledger } from './ledger.ts';
import { followGuide, revive, type Guide } from './borrowed-names.ts';
import { matchPassages, type Passage } from './matching.ts';
import { printOf } from './print.ts';
import { highestNumbers, shelve, standingOn, type Shelf } from './shelf.ts';

/** Give the names of a page's blocks, in order, as the ledger has them or is about to. For the Markdown plugin. */
export function numbersOf(ledger: Ledger, page: string, lang: string, first = lang): (blocks: readonly Passage[]) => string[] {
  const shelves = shelve(ledger);
  const guide = shelves.get(keyOf(first, page));
  const blocks = guide && lang !== first ? standingOn(guide).filter(({ entry }) => entry.kind === 'block') : [];
  return (passages) => nameBlocks(passages, shelves.get(keyOf(lang, page)), familyOf(shelves, [page]), blocks);
}

/** Make of a ledger what the Markdown plugin asks: the names of a page's blocks, by their sections and words. */
export function numberingOf(ledger: Ledger): (page: { id: string; lang: string }, blocks: readonly { section: string; text: string }[]) => string[] {
  return ({ id, lang }, blocks) => numbersOf(ledger, id, lang)(blocks.map(({ section, text }) => ({ section, print: printOf(text) })));
}

/** Name each block: the name it had, else one it had before it was retired, else that of the block it translates, else the next number of its section. */
export function nameBlocks(passages: readonly Passage[], own: Shelf | undefined, family: readonly Shelf[], guide: Guide = []): string[] {
  const olds = own ? standingOn(own).filter(({ entry }) => entry.kind === 'block') : [];
  const found = matchPassages(
    olds.map(({ section, entry }) => ({ section, print: entry.print })),
    passages,
  );
  const names = found.map((old) => (old === undefined ? undefined : olds[old]!.name));
  if (own && names.includes(undefined)) revive(names, passages, own);
  if (guide.length && names.includes(undefined)) followGuide(names, passages, own, guide);
  if (!names.includes(undefined)) return names as string[];
  const highest = highestNumbers(family);
  for (const name of [...names, ...guide.map((block) => block.name)]) {
    const block = name && numberOf(name);
    if (block) highest.set(block.section, Math.max(highest.get(block.section) ?? 0, block.number));
  }
  return names.map((name, at) => {
    if (name) return name;
    const { section } = passages[at]!;
    const next = (highest.get(section) ?? 0) + 1;
    highest.set(section, next);
    return `${section}.${next}`;
  });
}

/** List the shelves, in every language, of pages and of all that they were before: no number among them is given twice. */
export function familyOf(shelves: ReadonlyMap<string, Shelf>, pages: readonly string[]): Shelf[] {
  const ids = new Set(pages);
  const family: Shelf[] = [];
  const languages = languagesOf(shelves);
  for (const id of ids) {
    for (const lang of languages) {
      const shelf = shelves.get(keyOf(lang, id));
      if (!shelf) continue;
      family.push(shelf);
      for (const former of shelf.page?.from ?? []) ids.add(former);
    }
  }
  return family;
}

const languages = new WeakMap<ReadonlyMap<string, Shelf>, Set<string>>();

function languagesOf(shelves: ReadonlyMap<string, Shelf>): Set<string> {
  const known = languages.get(shelves) ?? new Set([...shelves.values()].map(({ lang }) => lang));
  languages.set(shelves, known);
  return known;
}
