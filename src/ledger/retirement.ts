import { INTRO } from '../markdown/block-ids.ts';
import { NOTES } from '../markdown/notes.ts';
import type { Address } from '../model/address.ts';
import type { Finder } from './finder.ts';
import { keyOf, type Entry, type Key } from './ledger.ts';
import { clearest, newOfName, sameName, sectionVotes } from './section-heirs.ts';
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
      const to = heirs.get(key) ?? told(shelf.lang, `${shelf.id}.${standing.name}`) ?? living.get(key)?.key ?? seek(standing);
      if (to) heirs.set(key, to);
    }
  };
  const parts = lost.filter(({ entry }) => entry.kind !== 'section');
  const sections = lost.filter(({ entry }) => entry.kind === 'section');
  if (succession) heirs.set(shelf.key, told(shelf.lang, shelf.id) ?? sheet.key);
  if (follows) settle(parts, (part) => (succession.how === 'untranslated' ? sameName(sheet, part) : undefined));
  settle(parts, textSeeker(sheet, scene, shelf.lang));
  const whereNow = (name: string): Place | undefined => living.get(heirs.get(own(name)) ?? own(name));
  settle(sections, (section) => {
    const votes = sectionVotes(section, standings, sheet, whereNow);
    const isMade = section.name === INTRO || section.name === NOTES;
    const same = isMade || follows ? sameName(sheet, section) : newOfName(sheet, section);
    const to = (isMade && (follows || section.name === NOTES) ? same : undefined) ?? clearest(votes) ?? same;
    if (to || succession || isMade) return to ?? heirs.get(shelf.key) ?? sheet.key;
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

/** Look for the text of a part where text is new, first of all on its own page: what stands there unchanged has not taken it in. */
function textSeeker(sheet: Sheet, { sheets, finder }: Scene, lang: string): (standing: Standing) => Key | undefined {
  const before = new Set(sheet.former ? standingOn(sheet.former).map(({ entry }) => entry.print) : []);
  return ({ entry: { kind, print } }) => {
    const [best] = finder(lang)(print)
      .filter((hit) => isHome(kind, hit.kind) && (hit.leaf !== sheet.key || hit.print === print || !before.has(hit.print)))
      .map((hit) => ({ ...hit, good: hit.likeness + hit.share + (hit.leaf === sheet.key ? NEAR : 0) }))
      .sort((one, other) => other.good - one.good);
    return best && sheets.get(best.leaf)!.places[best.at]!.key;
  };
}

/** Text of a block may go on in a block or in what stands beside it; what bears a name of its own only in its like. */
const isHome = (kind: Entry['kind'], other: Entry['kind']): boolean =>
  kind === other || (kind === 'block' && (other === 'aside' || other === 'note'));

/** What standing on the same page counts for. */
const NEAR = 0.2;
