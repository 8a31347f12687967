/** Whether old addresses land where they should. */
import { keyOf, landingOf, numberOf, partsOf, type Key, type Ledger } from '../../../src/ledger/ledger.ts';
import { shelve, standingOn } from '../../../src/ledger/shelf.ts';
import { textOf, type Block, type Section, type Sheet } from './manuscript.ts';

interface Count {
  exact: number;
  section: number;
  page: number;
  elsewhere: number;
}

/** How the addresses landed. Of those whose text survives: on what holds it, else in its section, else on its page, else on another. */
export interface Tally {
  all: Count;
  /** The same for addresses whose passage was touched, or went elsewhere, in the round just past. */
  touched: Count;
  /** Blocks reworded or moved inside their page, neither split nor merged: how many there were, and how many kept their very address. */
  edited: number;
  kept: number;
  /** Text gone: how many landed in the section where it was, on the page, on another. */
  gone: [number, number, number];
  lost: number;
  /** How often the writer was asked for an heir, and how often an old id was refused. */
  asked: number;
  refused: number;
  updates: number;
  misses: string[];
}

const none = (): Count => ({ exact: 0, section: 0, page: 0, elsewhere: 0 });

export const noTally = (): Tally => ({
  all: none(),
  touched: none(),
  edited: 0,
  kept: 0,
  gone: [0, 0, 0],
  lost: 0,
  asked: 0,
  refused: 0,
  updates: 0,
  misses: [],
});

/** What an address meant when it was first published, and what there was of it when last seen. */
export interface Meaning {
  of: string;
  section: string;
  page: string;
  seen: string;
  /** The very block that bears it, and where that stands; undefined once it is retired. */
  bearer: { block: Block; id: string; text: string; before: string } | undefined;
}

interface Place {
  key: Key;
  sheet: Sheet;
  section?: Section;
  block?: Block;
  text: string;
}

type Holder = Place & { words: number };

/** Everything that stands on the pages under the ledger's keys, and what holds which passage, wholly or in part. */
export interface View {
  places: Place[];
  held: Map<string, Holder[]>;
}

export function viewOf(ledger: Ledger, sheets: readonly Sheet[]): View {
  const places = placesOf(ledger, sheets);
  return { places, held: holdersOf(places) };
}

/** Note what each new address means, and where each living one stands. */
export function learn(meanings: Map<Key, Meaning>, { places, held }: View): void {
  for (const meaning of meanings.values()) meaning.bearer = undefined;
  let before = '';
  for (const { sheet, section, block, key, text } of places) {
    const of = meanings.get(key)?.of ?? (block ? mostOf(block) : [...(section ?? sheet).is][0]!);
    meanings.set(key, {
      of,
      section: [...(section?.is ?? [])][0] ?? '',
      page: [...sheet.is][0]!,
      seen: '',
      bearer: block && { block, id: sheet.id, text, before },
    });
    before = text;
  }
  for (const meaning of meanings.values()) meaning.seen = sightOf(held.get(meaning.of));
}

/** Look every address up. An address is exact on what holds most of its words, or a third of them where it was split into several. */
export function judge(
  meanings: ReadonlyMap<Key, Meaning>,
  ledger: Ledger,
  sheets: readonly Sheet[],
  { places, held }: View,
  tally: Tally,
  when: string,
): void {
  const at = new Map(places.map((place) => [place.key, place]));
  countKept(meanings, places, tally, when);
  for (const [key, { of, section, page, seen }] of meanings) {
    const landing = landingOf(ledger, key);
    const place = landing ? at.get(landing) : undefined;
    const sheet = place?.sheet ?? sheets.find(({ id }) => landing && id === partsOf(landing, ledger.get(landing)!.kind).page);
    // A difference or a note is living though it is none of the places.
    if (!landing || !sheet || (!place && !sheet.sections.some(({ others }) => others.some(({ name }) => landing === keyOf('en', sheet.id, name))))) {
      tally.lost += 1;
      tally.misses.push(`${when}: ${key} is lost`);
      continue;
    }
    const holders = held.get(of);
    if (!holders) {
      tally.gone[place && place.section?.is.has(section) ? 0 : sheet.is.has(page) ? 1 : 2] += 1;
      continue;
    }
    const sum = holders.reduce((all, { words }) => all + words, 0);
    const most = Math.max(...holders.map(({ words }) => words));
    const how = holders.some((one) => one.key === landing && (one.words === most || one.words >= sum / 3))
      ? 'exact'
      : holders.some((one) => place && one.section === place.section)
        ? 'section'
        : holders.some((one) => one.sheet === sheet)
          ? 'page'
          : 'elsewhere';
    tally.all[how] += 1;
    if (sightOf(holders) === seen) continue;
    tally.touched[how] += 1;
    if (how !== 'exact')
      tally.misses.push(
        `${when}: ${key} lands on ${landing}; ${holders.map((one) => `${one.key} holds ${one.words}: ${one.text.slice(0, 90)}`).join('; ')}`,
      );
  }
}

/** Count the blocks that bear the same address after they were reworded or moved, on a page that was not renamed. */
function countKept(meanings: ReadonlyMap<Key, Meaning>, places: readonly Place[], tally: Tally, when: string): void {
  const now = new Map(places.flatMap((place, at) => (place.block ? [[place.block, { ...place, before: places[at - 1]!.text }]] : [])));
  for (const [key, { bearer }] of meanings) {
    const place = bearer && now.get(bearer.block);
    if (!place || place.sheet.id !== bearer.id || (place.text === bearer.text && place.before === bearer.before)) continue;
    tally.edited += 1;
    if (place.key === key) tally.kept += 1;
    else tally.misses.push(`${when}: ${key} is now ${place.key}: “${bearer.text.slice(0, 90)}” became “${place.text.slice(0, 90)}”`);
  }
}

/** Describe all there is of a passage, to see whether it was touched. */
const sightOf = (holders: readonly Holder[] | undefined): string =>
  (holders ?? []).map(({ sheet, section, text }) => `${sheet.id}.${section?.name} ${text}`).join('\n');

/** Sort the places by the passages that they hold, wholly or in part. */
function holdersOf(places: readonly Place[]): Map<string, Holder[]> {
  const held = new Map<string, Holder[]>();
  for (const place of places) {
    const counts = new Map<string, number>();
    for (const of of place.block?.words.map((word) => word.of) ?? (place.section ?? place.sheet).is) {
      for (let end = of.indexOf('-') + 1; end <= of.length; end += 1) counts.set(of.slice(0, end), (counts.get(of.slice(0, end)) ?? 0) + 1);
    }
    for (const [of, words] of counts) {
      const list = held.get(of);
      if (list) list.push({ ...place, words });
      else held.set(of, [{ ...place, words }]);
    }
  }
  return held;
}

/** Pair what stands on the pages with the keys that the ledger gave. */
function placesOf(ledger: Ledger, sheets: readonly Sheet[]): Place[] {
  const shelves = shelve(ledger);
  return sheets.flatMap((sheet): Place[] => {
    const names = standingOn(shelves.get(keyOf('en', sheet.id))!)
      .filter(({ name, entry }) => entry.kind === 'block' && numberOf(name))
      .map(({ name }) => name);
    return [
      { sheet, key: keyOf('en', sheet.id), text: '' },
      ...sheet.sections.flatMap((section): Place[] => [
        { sheet, section, key: keyOf('en', sheet.id, section.name), text: '' },
        ...section.blocks.map((block) => ({ sheet, section, block, key: keyOf('en', sheet.id, names.shift()!), text: textOf(block.words) })),
      ]),
    ];
  });
}

function mostOf({ words }: Block): string {
  const counts = new Map<string, number>();
  for (const { of } of words) counts.set(of, (counts.get(of) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]![0];
}
