import type { Key } from './ledger.ts';
import { lengthOf } from './print.ts';
import type { Place, Sheet } from './sheet.ts';
import type { Standing } from './shelf.ts';

/** Count the words of a section that now stand in each section; a new one of the same title has a good part of them from the start. */
export function sectionVotes(
  { name, entry }: Standing,
  standings: readonly Standing[],
  sheet: Sheet,
  whereNow: (name: string) => Place | undefined,
): Map<Key, number> {
  const votes = new Map<Key, number>();
  const vote = (key: Key, weight: number): void => void votes.set(key, (votes.get(key) ?? 0) + weight);
  const held = standings.filter((one) => one.section === name && one.entry.kind !== 'section');
  const words = held.reduce((sum, one) => sum + lengthOf(one.entry.print) + 1, 0);
  for (const one of held) {
    const place = whereNow(one.name);
    if (place?.section) vote(place.key.slice(0, place.key.length - place.name.length) + place.section, lengthOf(one.entry.print) + 1);
  }
  const known = new Set(standings.map((one) => one.name));
  const fresh = sheet.places.filter((place) => place.kind === 'section' && !known.has(place.name));
  for (const place of fresh) if (place.print === entry.print && lengthOf(place.print)) vote(place.key, words / 2 + 1);
  const gone = standings.filter((one) => one.entry.kind === 'section' && !sheet.places.some((place) => place.name === one.name));
  if (held.length === 0 && fresh.length === 1 && gone.length === 1) vote(fresh[0]!.key, 1);
  for (const [key, weight] of votes) if (weight < words * FAIR) votes.delete(key);
  return votes;
}

/** Name the section that has most of what went on, and a fair part of what was there. */
export function clearest(votes: ReadonlyMap<Key, number>): Key | undefined {
  const sum = [...votes.values()].reduce((all, weight) => all + weight, 0);
  return [...votes].find(([, weight]) => weight >= sum * MOST)?.[0];
}

/** Find what has the same name on a page, and is of the same kind. */
export const sameName = ({ places }: Sheet, { name, entry }: Standing): Key | undefined =>
  places.find((place) => place.name === name && place.kind === entry.kind)?.key;

/** Find a section of the same name that the page did not have before. */
export function newOfName(sheet: Sheet, standing: Standing): Key | undefined {
  const known = sheet.former?.parts.get(standing.name);
  return known && !known.to ? undefined : sameName(sheet, standing);
}

const FAIR = 0.2;
const MOST = 0.6;
