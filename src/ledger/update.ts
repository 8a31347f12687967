import type { Address } from '../model/address.ts';
import { findersOf } from './fresh.ts';
import { addressOf, keyOf, numberOf, type Key, type Ledger } from './ledger.ts';
import { sorted } from './lines.ts';
import type { Publication } from './publication.ts';
import { lossesIn } from './losses.ts';
import { follow, heal, type Redirection } from './repair.ts';
import { retire, type Scene } from './retirement.ts';
import { takenAddresses } from './reuse.ts';
import { draftsOf, sheetsOf, type Place, type Sheet } from './sheet.ts';
import { shelve, type Shelf } from './shelf.ts';
import { successionsOf } from './succession.ts';
import type { LedgerFault } from './words.ts';
import { entryFor } from './writing.ts';

/** What the writer says of old addresses: each to the address that takes its place. */
export type Heirs = ReadonlyMap<Address, Address>;

export interface Update {
  /** The ledger brought up to date, the same one when there was nothing to do. With faults, not to be written. */
  ledger: Ledger;
  added: Key[];
  /** Living addresses whose words changed. */
  changed: Key[];
  /** Pages of which only the order of the parts, or the kind, changed. */
  arranged: Key[];
  /** Retired addresses whose passage came back. */
  revived: Key[];
  retired: Redirection[];
  /** Addresses retired before that now land elsewhere. */
  redirected: Redirection[];
  faults: LedgerFault[];
}

/** Bring a ledger up to what is published. Pure: `today` is the date of what is new. */
export function update(ledger: Ledger, publication: Publication, today: string, heirs: Heirs = new Map()): Update {
  const { languages } = publication;
  const first = languages[0]!;
  const shelves = shelve(ledger);
  const drafts = draftsOf(publication);
  const finder = findersOf(drafts, shelves);
  const { found: successions, unclear } = successionsOf({ ledger, shelves, drafts, heirs, languages, finder });
  const formers = new Map([...successions].filter(([, { how }]) => how === 'renamed').map(([gone, { to }]) => [to, gone]));
  const sheets = sheetsOf(drafts, shelves, first, (key) => formers.get(key));
  const living = placesOf(sheets.values());

  const next = new Map(ledger);
  const result: Update = { ledger, added: [], changed: [], arranged: [], revived: [], retired: [], redirected: [], faults: [] };
  for (const sheet of sheets.values()) {
    for (const place of sheet.places) {
      if (living.get(place.key) !== place) continue;
      const written = entryFor(place, sheet, ledger.get(place.key), today);
      if (!written) continue;
      next.set(place.key, written.entry);
      result[written.what].push(place.key);
    }
  }

  const told = (lang: string, address: Address): Key | undefined => {
    const heir = heirs.get(address);
    const named = heir && [keyOf(lang, heir), keyOf(first, heir)].find((key) => living.has(key) || ledger.has(key));
    if (named || lang === first || numberOf(address)) return named;
    const parallel = next.get(keyOf(first, address))?.to;
    return parallel && [keyOf(lang, addressOf(parallel)), parallel].find((key) => living.has(key));
  };
  const scene: Scene = { sheets, living, successions, finder, told };
  const asked = new Map(unclear.map(({ address, near }) => [address, near]));
  for (const shelf of [...shelves.values()].filter((one) => isBehind(one, living)).sort((a, b) => Number(b.lang === first) - Number(a.lang === first))) {
    const { heirs: found, unclear: sections } = retire(shelf, scene);
    for (const [key, to] of found) {
      next.set(key, { ...ledger.get(key)!, to, retired: today });
      result.retired.push({ key, to });
    }
    for (const { key, near } of sections) if (!asked.has(addressOf(key))) asked.set(addressOf(key), near.map(addressOf));
  }
  for (const [address, near] of asked) result.faults.push({ kind: 'no-heir', facts: { address, near } });
  result.redirected.push(...follow(next, ledger, sheets, finder), ...heal(next, living, { heirs, first, today, faults: result.faults }));
  result.faults.push(...takenAddresses(ledger, sheets, heirs), ...lossesIn(next));
  const idle = [result.added, result.changed, result.arranged, result.revived, result.retired, result.redirected].every(({ length }) => length === 0);
  return idle ? result : { ...result, ledger: sorted(next) };
}

/** List every living address, and every address of a page that was renamed to the place it has now. */
function placesOf(sheets: Iterable<Sheet>): Map<Key, Place> {
  const living = new Map<Key, Place>();
  const renamed: [Key, Place][] = [];
  for (const { key, former, places } of sheets) {
    for (const place of places) {
      if (!living.has(place.key)) living.set(place.key, place);
      const entry = former && former.key !== key && former.parts.get(place.name);
      if (entry && !entry.to && entry.kind === place.kind) renamed.push([keyOf(former.lang, former.id, place.name), place]);
    }
  }
  for (const [key, place] of renamed) if (!living.has(key)) living.set(key, place);
  return living;
}

/** Tell whether something of a page is living in the ledger and not in fact. */
function isBehind({ key, lang, id, page, parts }: Shelf, living: ReadonlyMap<Key, Place>): boolean {
  if (page && !page.to && !living.has(key)) return true;
  for (const [name, { to }] of parts) {
    const own = keyOf(lang, id, name);
    if (!to && living.get(own)?.key !== own) return true;
  }
  return false;
}
