import { keyOf, numberOf, type Ledger } from './ledger.ts';
import { scalesFor } from './likeness.ts';
import { matchPassages, type Passage } from './matching.ts';
import { highestNumbers, shelve, standingOn, type Shelf } from './shelf.ts';

/** A block with its name, on a page of the first language: its translation takes the same number. */
export type Guide = readonly { name: string; section: string }[];

/** Give the names of a page's blocks, in order, as the ledger has them or is about to. For the Markdown plugin. */
export function numbersOf(ledger: Ledger, page: string, lang: string, first = lang): (blocks: readonly Passage[]) => string[] {
  const shelves = shelve(ledger);
  const guide = shelves.get(keyOf(first, page));
  const blocks = guide && lang !== first ? standingOn(guide).filter(({ entry }) => entry.kind === 'block') : [];
  return (passages) => nameBlocks(passages, shelves.get(keyOf(lang, page)), familyOf(shelves, [page]), blocks);
}

/** Name each block: the name it had, else one it had before it was retired, else that of the block it translates, else the next number of its section. */
export function nameBlocks(passages: readonly Passage[], own: Shelf | undefined, family: readonly Shelf[], guide: Guide = []): string[] {
  const olds = own ? standingOn(own).filter(({ entry }) => entry.kind === 'block') : [];
  const found = matchPassages(olds.map(({ section, entry }) => ({ section, print: entry.print })), passages);
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

/** Give a retired name back to a passage that has come back. */
function revive(names: (string | undefined)[], passages: readonly Passage[], own: Shelf): void {
  const retired = [...own.parts].filter(([, { kind, to }]) => kind === 'block' && to);
  if (retired.length === 0) return;
  const { likeness } = scalesFor(retired.map(([, { print }]) => print), passages.map(({ print }) => print));
  const pairs = names.flatMap((known, at) =>
    known ? [] : retired.map(([name, { print }]) => ({ name, at, like: likeness(print, passages[at]!.print) })).filter(({ like }) => like >= BACK),
  );
  for (const { name, at } of pairs.sort((a, b) => b.like - a.like || a.at - b.at)) if (!names[at] && !names.includes(name)) names[at] = name;
}

/** How like a retired passage must be to have come back. */
const BACK = 0.6;

/** Give a run of new blocks the names of as many blocks of the first language that stand in the same gap. */
function followGuide(names: (string | undefined)[], passages: readonly Passage[], own: Shelf | undefined, guide: Guide): void {
  const sectionOf = (at: number): string | undefined => passages[at]?.section;
  for (let from = 0; from < names.length; from += 1) {
    if (names[from]) continue;
    const section = sectionOf(from)!;
    let to = from;
    while (to < names.length && !names[to] && sectionOf(to) === section) to += 1;
    const there = guide.filter((block) => block.section === section).map(({ name }) => name);
    const start = sectionOf(from - 1) === section ? there.indexOf(names[from - 1]!) + 1 : 0;
    const end = sectionOf(to) === section ? there.indexOf(names[to]!) : there.length;
    const run = there.slice(start, Math.max(start, end));
    const follows = start > 0 || sectionOf(from - 1) !== section;
    if (follows && run.length === to - from && run.every((name) => !own?.parts.has(name) && !names.includes(name))) names.splice(from, run.length, ...run);
    from = to - 1;
  }
}
