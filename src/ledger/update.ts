import type { Address } from '../model/address.ts';
import { finderOf, type Finder, type Fresh } from './fresh.ts';
import { addressOf, keyOf, landingOf, numberOf, partsOf, type Entry, type Key, type Ledger } from './ledger.ts';
import { byKey } from './lines.ts';
import type { Publication } from './publication.ts';
import { follow, heal } from './repair.ts';
import { retire, type Retired, type Scene } from './retirement.ts';
import { takenAddresses } from './reuse.ts';
import { draftsOf, orderOf, sheetsOf, type Place, type Sheet } from './sheet.ts';
import { shelve, type Shelf } from './shelf.ts';
import { successionsOf } from './succession.ts';
import type { LedgerFault } from './words.ts';

/** What the writer says of old addresses: each to the address that takes its place. */
export type Heirs = ReadonlyMap<Address, Address>;

export interface Update {
  /** The ledger brought up to date; with faults, not to be written. */
  ledger: Ledger;
  added: Key[];
  /** Living addresses whose words changed. */
  changed: Key[];
  /** Retired addresses whose passage came back. */
  revived: Key[];
  retired: { key: Key; to: Key }[];
  /** Retired addresses that now land elsewhere. */
  redirected: { key: Key; to: Key }[];
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
  const living = new Map<Key, Place>();
  for (const sheet of sheets.values()) settleIn(living, sheet);

  const result: Update = { ledger, added: [], changed: [], revived: [], retired: [], redirected: [], faults: [] };
  const next = new Map(ledger);
  for (const sheet of sheets.values()) for (const place of sheet.places) write(next, place, sheet, today, result);

  const told = (lang: string, address: Address): Key | undefined => {
    const heir = heirs.get(address);
    const named = heir && [keyOf(lang, heir), keyOf(first, heir)].find((key) => living.has(key) || ledger.has(key));
    if (named || lang === first || numberOf(address)) return named;
    const parallel = next.get(keyOf(first, address))?.to;
    return parallel && [keyOf(lang, addressOf(parallel)), parallel].find((key) => living.has(key));
  };
  const scene: Scene = { sheets, living, successions, finder, told };
  const faults: LedgerFault[] = unclear.map((facts) => ({ kind: 'no-heir', facts }));
  const asked = new Set<Address>();
  for (const shelf of [...shelves.values()].sort((a, b) => Number(b.lang === first) - Number(a.lang === first))) {
    if (!isBehind(shelf, living)) continue;
    const { heirs: found, unclear: sections } = retire(shelf, scene);
    for (const [key, to] of found) {
      next.set(key, { ...ledger.get(key)!, to, retired: today });
      result.retired.push({ key, to });
    }
    for (const { key, near } of sections) {
      const address = addressOf(key);
      if (!asked.has(address)) faults.push({ kind: 'no-heir', facts: { address, near: near.map(addressOf) } });
      asked.add(address);
    }
  }
  result.redirected.push(...follow(next, ledger, sheets, finder), ...heal(next, living, heirs, languages, today, faults));
  faults.push(...takenAddresses(ledger, sheets, heirs));
  return { ...result, ledger: new Map([...next].sort(byKey)), faults };
}
