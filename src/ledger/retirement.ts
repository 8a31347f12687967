import { INTRO } from '../markdown/block-ids.ts';
import { NOTES } from '../markdown/notes.ts';
import type { Address } from '../model/address.ts';
import type { Finder } from './fresh.ts';
import { keyOf, type Entry, type Key } from './ledger.ts';
import { scalesFor } from './likeness.ts';
import { lengthOf } from './print.ts';
import type { Place, Sheet } from './sheet.ts';
import { standingOn, type Shelf, type Standing } from './shelf.ts';
import type { Succession } from './succession.ts';

/** What is known when the places of a page retire. */
export interface Scene {
  sheets: ReadonlyMap<Key, Sheet>;
  /** Every address that is published, and every former key of a page under another id to the place it has now. */
  living: ReadonlyMap<Key, Place>;
  successions: ReadonlyMap<Key, Succession>;
  finder(lang: string): Finder;
  /** Where the writer, or the first language, says that an address went. */
  told(lang: string, address: Address): Key | undefined;
}

export interface Retired {
  heirs: Map<Key, Key>;
  /** Sections for which an heir must be named, and the sections that hold most of their text. */
  unclear: { key: Key; near: Key[] }[];
}

/** Find for every address of a page that is no more the living place where it shall land. */
export function retire(shelf: Shelf, scene: Scene): Retired {
  const { sheets, living, successions, told } = scene;
  const succession = successions.get(shelf.key);
  const sheet = sheets.get(succession?.to ?? shelf.key);
  const heirs = new Map<Key, Key>();
  const unclear: Retired['unclear'] = [];
  if (!sheet) return { heirs, unclear };
  const standings = standingOn(shelf);
  const own = (name: string): Key => keyOf(shelf.lang, shelf.id, name);
  const follows = succession && succession.how !== 'merged';
  const lost = standings.filter(({ name }) => !living.has(own(name)) || living.get(own(name))!.key !== own(name));
  const settle = (list: readonly Standing[], seek: (standing: Standing) => Key | undefined): void => {
    for (const standing of list) {
      const key = own(standing.name);
      const to = heirs.get(key) ?? told(shelf.lang, `${shelf.id}.${standing.name}`) ?? living.get(key)?.key ?? (follows ? sameName(sheet, standing) : undefined) ?? seek(standing);
      if (to) heirs.set(key, to);
    }
  };
  const parts = lost.filter(({ entry }) => entry.kind !== 'section');
  const sections = lost.filter(({ entry }) => entry.kind === 'section');
  if (succession) heirs.set(shelf.key, told(shelf.lang, shelf.id) ?? sheet.key);
  const seekText = textSeeker(parts, sheet, scene, shelf.lang);
  settle(parts, seekText);
  const whereNow = (name: string): Place | undefined => living.get(heirs.get(own(name)) ?? own(name));
  settle(sections, (section) => {
    const votes = sectionVotes(section, standings, sheet, whereNow);
    const to = clearest(votes);
    if (to || succession || section.name === INTRO || section.name === NOTES) return to ?? heirs.get(shelf.key) ?? sheet.key;
    unclear.push({ key: own(section.name), near: [...votes].sort((a, b) => b[1] - a[1]).map(([key]) => key) });
    return undefined;
  });
  settle(parts, ({ name, section }) => {
    const home = standings.filter((one) => one.section === section && (one.entry.kind === 'block' || one.entry.kind === 'aside'));
    const at = home.findIndex((one) => one.name === name);
    const near = at < 0 ? [] : home.map((one, away) => ({ place: whereNow(one.name), away: Math.abs(away - at) })).sort((a, b) => a.away - b.away);
    const beside = near.find(({ place }) => place && sheet.places.includes(place));
    return (beside?.place ?? whereNow(section))?.key ?? heirs.get(shelf.key) ?? sheet.key;
  });
  return { heirs, unclear };
}

const sameName = ({ places }: Sheet, { name, entry }: Standing): Key | undefined => places.find((place) => place.name === name && place.kind === entry.kind)?.key;

/** Look for the text of a part: in what stands on its page, then in what is new anywhere. */
function textSeeker(parts: readonly Standing[], sheet: Sheet, { sheets, finder }: Scene, lang: string): (standing: Standing) => Key | undefined {
  const { share, likeness } = scalesFor(parts.map(({ entry }) => entry.print), sheet.places.map(({ print }) => print));
  return ({ entry: { kind, print } }) => {
    if (lengthOf(print) < FEW) return undefined;
    const here = sheet.places
      .filter((place) => isHome(kind, place.kind))
      .map((place) => ({ key: place.key, good: kind === 'block' ? share(print, place.print) : likeness(print, place.print) }))
      .sort((a, b) => b.good - a.good)[0];
    if (here && here.good >= HELD) return here.key;
    const hit = finder(lang)(print).find((one) => isHome(kind, one.kind));
    return hit && sheets.get(hit.leaf)!.places[hit.at]!.key;
  };
}

/** Count the words of a section that now stand in each section; a new one of the same title has a good part of them from the start. */
function sectionVotes({ name, entry }: Standing, standings: readonly Standing[], sheet: Sheet, whereNow: (name: string) => Place | undefined): Map<Key, number> {
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
function clearest(votes: ReadonlyMap<Key, number>): Key | undefined {
  const sum = [...votes.values()].reduce((all, weight) => all + weight, 0);
  return [...votes].find(([, weight]) => weight >= sum * MOST)?.[0];
}

const FAIR = 0.2;
const MOST = 0.6;

/** Text of a block may go on in a block or in what stands beside it; what bears a name of its own only in its like. */
const isHome = (kind: Entry['kind'], other: Entry['kind']): boolean => kind === other || (kind === 'block' && (other === 'aside' || other === 'note'));

const FEW = 3;
const HELD = 0.45;
