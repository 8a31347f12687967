/** The edit storm: a base is edited by chance, the ledger follows, and every address ever published is looked up. */
import assert from 'node:assert/strict';
import { keyOf, type Key, type Ledger } from '../../../src/ledger/ledger.ts';
import { linesOf, readLines } from '../../../src/ledger/lines.ts';
import { numbersOf } from '../../../src/ledger/numbering.ts';
import { printOf } from '../../../src/ledger/print.ts';
import type { Leaf } from '../../../src/ledger/publication.ts';
import { shelve, standingOn } from '../../../src/ledger/shelf.ts';
import { update } from '../../../src/ledger/update.ts';
import { chanceOf } from './chance.ts';
import { edit, type Desk } from './edits.ts';
import { publish, sheetOf, textOf, type Sheet } from './manuscript.ts';
import { judge, learn, viewOf, type Meaning, type Tally } from './verdict.ts';

export interface Base {
  leaves: readonly Leaf[];
  /** The words of all pages, as often as they have them. */
  vocabulary: readonly string[];
}

export const baseOf = (leaves: readonly Leaf[]): Base => ({
  leaves,
  vocabulary: leaves.flatMap(({ parts }) => parts.flatMap(({ text }) => text.split(/\s+/))),
});

const PAGES = 3;
/** How often the ledger follows in a storm; in every fifth more often, so that addresses retire in chains. */
const rounds = (seed: number): number => (seed % 5 === 0 ? 5 : 2);
const MOST = 16;

/** Run one storm over a few pages and add to the tally. */
export function storm(seed: number, { leaves, vocabulary }: Base, tally: Tally): void {
  const chance = chanceOf(seed);
  const pool = [...leaves];
  const draw = (): Leaf => pool.splice(chance.below(pool.length), 1)[0]!;
  const sheets = Array.from({ length: PAGES }, draw).map(sheetOf);
  const spare = Array.from({ length: 3 }, draw).flatMap(({ parts }) => parts.filter(({ kind }) => kind === 'block').map(({ text }) => text));
  const desk: Desk = { sheets, vocabulary, spare, free: [], chance };
  const meanings = new Map<Key, Meaning>();
  let ledger = update(new Map(), publish(sheets), '2026-01-01').ledger;
  learn(meanings, viewOf(ledger, sheets));
  for (let round = 1; round <= rounds(seed); round += 1) {
    for (let left = 1 + chance.below(MOST); left > 0; left -= 1) edit(desk);
    ledger = handIn(ledger, desk, meanings, `2026-01-0${round + 1}`, tally);
    const view = viewOf(ledger, sheets);
    judge(meanings, ledger, sheets, view, tally, `seed ${seed} round ${round}`);
    learn(meanings, view);
    if (seed % 10 === 0) compare(ledger, sheets);
    for (const { sections } of sheets) for (const { blocks } of sections) for (const block of blocks) block.reworded = 0;
  }
}

/** Bring the ledger up; when it asks, answer as the writer who made the edits would. */
function handIn(ledger: Ledger, { sheets }: Desk, meanings: ReadonlyMap<Key, Meaning>, today: string, tally: Tally): Ledger {
  const heirs = new Map<string, string>();
  tally.updates += 1;
  for (let tries = 0; tries < 5; tries += 1) {
    const done = update(ledger, publish(sheets), today, heirs);
    if (done.faults.length === 0) return done.ledger;
    for (const { kind, facts } of done.faults) {
      if (kind === 'address-taken') {
        tally.refused += 1;
        for (const sheet of sheets)
          for (const section of sheet.sections) if (`${sheet.id}.${section.name}` === facts.address) section.name += '-again';
        continue;
      }
      if (kind !== 'no-heir') throw new Error(`${kind} ${JSON.stringify(facts)}`);
      tally.asked += 1;
      const meaning = meanings.get(keyOf('en', facts.address))!;
      const home = sheets.flatMap((sheet) => [
        { is: sheet.is, address: sheet.id },
        ...sheet.sections.map(({ is, name }) => ({ is, address: `${sheet.id}.${name}` })),
      ]);
      heirs.set(facts.address, (home.find(({ is }) => is.has(meaning.of)) ?? home.find(({ is }) => is.has(meaning.page)) ?? home[0]!).address);
    }
  }
  throw new Error('The ledger asks again and again.');
}

/** Hold the names that the Markdown plugin is given, and the ledger read back from its file, to be those of the ledger. */
function compare(ledger: Ledger, sheets: readonly Sheet[]): void {
  assert.deepEqual(readLines(linesOf(ledger)).ledger, ledger);
  for (const { id, sections } of sheets) {
    const passages = sections.flatMap(({ name, blocks }) => blocks.map(({ words }) => ({ section: name, print: printOf(textOf(words)) })));
    const names = standingOn(shelve(ledger).get(keyOf('en', id))!).filter(({ entry }) => entry.kind === 'block');
    assert.deepEqual(
      numbersOf(ledger, id, 'en')(passages),
      names.map(({ name }) => name),
    );
  }
}
