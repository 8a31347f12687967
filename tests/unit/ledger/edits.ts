/** What writers do to a base, drawn by chance. */
import type { Chance } from './chance.ts';
import { fresh, wordsOf, type Block, type Section, type Sheet } from './manuscript.ts';

export interface Desk {
  sheets: Sheet[];
  /** Words to reword with, as often as the content has them. */
  vocabulary: readonly string[];
  /** Paragraphs of other pages, to be added. */
  spare: string[];
  /** Ids once used and free now: page and section, or page alone. */
  free: { page: string; name: string }[];
  chance: Chance;
}

type Place = { sheet: Sheet; section: Section; at: number; block: Block };

/** Reword up to half of a block. */
function reword(desk: Desk): void {
  const { block } = blockOf(desk);
  const share = Math.min(0.1 + desk.chance.next() * 0.4, 0.5 - block.reworded);
  const places = [...block.words.keys()];
  let left = Math.floor(block.words.length * share);
  block.reworded += left / block.words.length;
  for (; left > 0; left -= 1) {
    const at = places.splice(desk.chance.below(places.length), 1)[0]!;
    block.words[at] = { ...block.words[at]!, text: desk.chance.pick(desk.vocabulary) };
  }
}

/** Move a block: mostly inside its page, now and then to another. */
function move(desk: Desk): void {
  const { sheet, section, at } = blockOf(desk);
  const [block] = section.blocks.splice(at, 1);
  const home = desk.chance.next() < 0.15 ? desk.chance.pick(desk.sheets) : sheet;
  const into = desk.chance.pick(home.sections.filter(({ name }) => name !== 'notes'));
  into.blocks.splice(desk.chance.below(into.blocks.length + 1), 0, block!);
}

function split(desk: Desk): void {
  const { section, at, block } = blockOf(desk);
  if (block.words.length < 10) return;
  const cut = Math.floor(block.words.length * (0.25 + desk.chance.next() * 0.5));
  const mark = (sign: string) => (word: Block['words'][number]) => ({ ...word, of: `${word.of}${sign}` });
  const parts = [block.words.slice(0, cut).map(mark('a')), block.words.slice(cut).map(mark('b'))];
  section.blocks.splice(at, 1, ...parts.map((words) => ({ words, reworded: block.reworded })));
}

function merge(desk: Desk): void {
  const { section, at, block } = blockOf(desk);
  const next = section.blocks[at + 1];
  if (!next) return;
  section.blocks.splice(at, 2, { words: [...block.words, ...next.words], reworded: Math.max(block.reworded, next.reworded) });
}

function remove(desk: Desk): void {
  const { section, at } = blockOf(desk);
  section.blocks.splice(at, 1);
}

function add(desk: Desk): void {
  const { section, at } = blockOf(desk);
  const text = desk.spare.splice(desk.chance.below(desk.spare.length), 1)[0];
  if (text) section.blocks.splice(at + desk.chance.below(2), 0, { words: wordsOf(text), reworded: 0 });
}

/** Rename a section, at times back to what it was called before. */
function renameSection(desk: Desk): void {
  const { sheet, section } = sectionOf(desk);
  if (section.name === 'intro') return;
  const old = desk.free.findIndex(({ page, name }) => page === sheet.id && name !== '');
  const name = old >= 0 && desk.chance.next() < 0.3 ? desk.free.splice(old, 1)[0]!.name : `s-${fresh()}x`;
  desk.free.push({ page: sheet.id, name: section.name });
  section.name = name;
  if (desk.chance.next() < 0.5) section.title = `${desk.chance.pick(desk.vocabulary)} ${desk.chance.pick(desk.vocabulary)}`;
}

function mergeSections(desk: Desk): void {
  const { sheet, section } = sectionOf(desk);
  const into = sheet.sections[sheet.sections.indexOf(section) - 1];
  if (into) join(sheet, section, into);
}

/** Take a section to another page, as one does when a page has grown too long. */
function moveSection(desk: Desk): void {
  const { sheet, section } = sectionOf(desk);
  const into = desk.chance.pick(desk.sheets);
  if (into === sheet || section.name === 'intro' || sheet.sections.length < 3 || into.sections.some(({ name }) => name === section.name)) return;
  if (section.others.some((one) => into.sections.some(({ others }) => others.some(({ name }) => name === one.name)))) return;
  sheet.sections.splice(sheet.sections.indexOf(section), 1);
  into.sections.push(section);
}

function renamePage(desk: Desk): void {
  const sheet = desk.chance.pick(desk.sheets);
  sheet.id = `page-${fresh()}x`;
}

function mergePages(desk: Desk): void {
  if (desk.sheets.length < 3) return;
  const [sheet, into] = [desk.chance.pick(desk.sheets), desk.chance.pick(desk.sheets)];
  const names = new Set(into.sections.flatMap(({ name, others }) => [name, ...others.map((one) => one.name)]));
  if (sheet === into) return;
  for (const section of sheet.sections) {
    const clash = section.others.some(({ name }) => names.has(name));
    if (clash) section.others = [];
    const notes = section.name === 'notes' && into.sections.find(({ name }) => name === 'notes');
    if (notes) {
      for (const one of section.is) notes.is.add(one);
      continue;
    }
    if (names.has(section.name)) section.name = `s-${fresh()}x`;
    into.sections.push(section);
  }
  for (const one of sheet.is) into.is.add(one);
  desk.sheets.splice(desk.sheets.indexOf(sheet), 1);
}

function join(sheet: Sheet, section: Section, into: Section): void {
  into.blocks.push(...section.blocks);
  into.others.push(...section.others);
  for (const one of section.is) into.is.add(one);
  sheet.sections.splice(sheet.sections.indexOf(section), 1);
}

function blockOf({ sheets, chance }: Desk): Place {
  const sections = sheets.flatMap((sheet) => sheet.sections.filter(({ blocks }) => blocks.length > 1).map((section) => ({ sheet, section })));
  const { sheet, section } = chance.pick(sections);
  const at = chance.below(section.blocks.length);
  return { sheet, section, at, block: section.blocks[at]! };
}

function sectionOf({ sheets, chance }: Desk): { sheet: Sheet; section: Section } {
  const sheet = chance.pick(sheets);
  return { sheet, section: chance.pick(sheet.sections.filter(({ name }) => name !== 'notes')) };
}

const WEIGHTS: [(desk: Desk) => void, number][] = [
  [reword, 8],
  [move, 5],
  [split, 3],
  [merge, 3],
  [remove, 3],
  [add, 4],
  [renameSection, 1.5],
  [mergeSections, 0.5],
  [moveSection, 0.3],
  [renamePage, 0.6],
  [mergePages, 0.1],
];

/** Do one thing, drawn by its weight. */
export function edit(desk: Desk): void {
  let left = desk.chance.next() * WEIGHTS.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [act, weight] of WEIGHTS) {
    left -= weight;
    if (left < 0) return act(desk);
  }
}
