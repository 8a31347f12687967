/** The edit storm: a base is edited by chance, the ledger follows, and every address ever published is looked up. */
import { keyOf, landingOf, numberOf, partsOf, type Key, type Ledger } from '../../../src/ledger/ledger.ts';
import type { Leaf } from '../../../src/ledger/publication.ts';
import { shelve, standingOn } from '../../../src/ledger/shelf.ts';
import { update } from '../../../src/ledger/update.ts';
import { chanceOf } from './chance.ts';
import { edit, type Desk } from './edits.ts';
import { publish, sheetOf, type Block, type Section, type Sheet } from './manuscript.ts';

/** How the addresses landed. Of those whose text survives: on the block that holds it, else in its section, else on its page, else on another. */
export interface Tally {
  checked: number;
  exact: number;
  section: number;
  page: number;
  elsewhere: number;
  /** Text gone: how many landed where it was, in the section, on the page, on another. */
  gone: [number, number, number];
  lost: number;
  /** How often the writer was asked for an heir. */
  asked: number;
  updates: number;
  misses: string[];
}

export const noTally = (): Tally => ({ checked: 0, exact: 0, section: 0, page: 0, elsewhere: 0, gone: [0, 0, 0], lost: 0, asked: 0, updates: 0, misses: [] });

/** What an address meant when it was first published, and where it last stood. */
interface Meaning {
  of: string;
  section: string;
  page: string;
}

/** Run one storm over a few pages and add to the tally. */
export function storm(seed: number, leaves: readonly Leaf[], tally: Tally): void {
  const chance = chanceOf(seed);
  const pool = [...leaves];
  const draw = (): Leaf => pool.splice(chance.below(pool.length), 1)[0]!;
  const sheets = [draw(), draw(), draw(), draw()].map(sheetOf);
  const others = pool.flatMap(({ parts }) => parts.filter(({ kind }) => kind === 'block').map(({ text }) => text));
  const desk: Desk = { sheets, vocabulary: others.join(' ').split(/\s+/), spare: others, free: [], chance };
  const meanings = new Map<Key, Meaning>();
  let ledger = update(new Map(), publish(sheets), '2026-01-01').ledger;
  learn(meanings, ledger, sheets);
  for (let round = 1; round <= 4; round += 1) {
    for (let left = 1 + chance.below(10); left > 0; left -= 1) edit(desk);
    ledger = handIn(ledger, desk, meanings, `2026-01-0${round + 1}`, tally);
    judge(meanings, ledger, sheets, tally, `seed ${seed} round ${round}`);
    learn(meanings, ledger, sheets);
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
        for (const sheet of sheets) for (const section of sheet.sections) if (`${sheet.id}.${section.name}` === facts.address) section.name += '-again';
        continue;
      }
      if (kind !== 'no-heir') throw new Error(`${kind} ${JSON.stringify(facts)}`);
      tally.asked += 1;
      const meaning = meanings.get(keyOf('en', facts.address))!;
      const home = sheets.flatMap((sheet) => [{ is: sheet.is, address: sheet.id }, ...sheet.sections.map(({ is, name }) => ({ is, address: `${sheet.id}.${name}` }))]);
      heirs.set(facts.address, (home.find(({ is }) => is.has(meaning.of)) ?? home[0]!).address);
    }
  }
  throw new Error('The ledger asks again and again.');
}

/** Note what each new address means, and where each living one stands. */
function learn(meanings: Map<Key, Meaning>, ledger: Ledger, sheets: readonly Sheet[]): void {
  for (const { sheet, section, block, key } of placesOf(ledger, sheets)) {
    const now = { section: [...(section?.is ?? [])][0] ?? '', page: [...sheet.is][0]! };
    const of = meanings.get(key)?.of ?? (block ? mostOf(block) : [...(section ?? sheet).is][0]!);
    meanings.set(key, { of, ...now });
  }
}

/** Pair what stands on the pages with the keys that the ledger gave. */
function placesOf(ledger: Ledger, sheets: readonly Sheet[]): { sheet: Sheet; section?: Section; block?: Block; key: Key }[] {
  const shelves = shelve(ledger);
  return sheets.flatMap((sheet) => {
    const names = standingOn(shelves.get(keyOf('en', sheet.id))!).filter(({ entry }) => entry.kind === 'block').map(({ name }) => name);
    return [
      { sheet, key: keyOf('en', sheet.id) },
      ...sheet.sections.flatMap((section) => [
        { sheet, section, key: keyOf('en', sheet.id, section.name) },
        ...section.blocks.map((block) => ({ sheet, section, block, key: keyOf('en', sheet.id, names.shift()!) })),
      ]),
    ];
  });
}

function mostOf({ words }: Block): string {
  const counts = new Map<string, number>();
  for (const { of } of words) counts.set(of, (counts.get(of) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]![0];
}

function judge(meanings: ReadonlyMap<Key, Meaning>, ledger: Ledger, sheets: readonly Sheet[], tally: Tally, when: string): void {
  const places = placesOf(ledger, sheets);
  const at = new Map(places.map((place) => [place.key, place]));
  for (const [key, { of, section, page }] of meanings) {
    tally.checked += 1;
    const landing = landingOf(ledger, key);
    const place = landing ? at.get(landing) : undefined;
    const entry = landing && ledger.get(landing);
    if (!entry || entry.to || (!place && (entry.kind === 'block' || entry.kind === 'section'))) {
      tally.lost += 1;
      tally.misses.push(`${when}: ${key} is lost`);
      continue;
    }
    const isBlock = numberOf(partsOf(key, ledger.get(key)!.kind).name) !== undefined;
    const holders = places
      .map((one) => ({ ...one, words: isBlock ? (one.block?.words.filter((word) => word.of.startsWith(of)).length ?? 0) : Number(!one.block && (one.section ?? one.sheet).is.has(of)) }))
      .filter(({ words }) => words > 0)
      .sort((a, b) => b.words - a.words);
    const most = holders[0]?.words ?? 0;
    const sheet = place?.sheet ?? at.get(keyOf('en', partsOf(landing!, entry.kind).page))!.sheet;
    if (holders.length === 0) {
      tally.gone[place?.section?.is.has(section) ? 0 : sheet.is.has(page) ? 1 : 2] += 1;
      continue;
    }
    const sum = holders.reduce((all, { words }) => all + words, 0);
    if (holders.some((holder) => holder.key === landing && (holder.words === most || holder.words >= sum / 3))) tally.exact += 1;
    else {
      tally.misses.push(`${when}: ${key} lands on ${landing}, its text is at ${holders[0]!.key} (${holders[0]!.words} words): ${holders[0]!.block?.words.map(({ text }) => text).join(' ').slice(0, 80) ?? ''}`);
      if (holders.some((holder) => holder.section && holder.section === place?.section)) tally.section += 1;
      else if (holders.some((holder) => holder.sheet === sheet)) tally.page += 1;
      else tally.elsewhere += 1;
    }
  }
}
