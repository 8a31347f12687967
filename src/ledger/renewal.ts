import type { Address } from '../model/address.ts';
import { follow } from './following.ts';
import { findersOf } from './fresh.ts';
import { addressOf, keyOf, numberOf, type Entry, type Key, type Ledger } from './ledger.ts';
import { retire, type Scene } from './retirement.ts';
import { takenAddresses } from './reuse.ts';
import { sheetsOf, type Draft, type Place, type Sheet } from './sheet.ts';
import { shelve, type Shelf } from './shelf.ts';
import { successionsOf } from './succession.ts';
import type { Heirs, Update } from './update.ts';
import { entryFor } from './writing.ts';

/** What a renewal is made from. */
interface Matter {
  ledger: Ledger;
  languages: readonly string[];
  drafts: ReadonlyMap<Key, Draft>;
  today: string;
  heirs: Heirs;
}

/** Write what is published, retire what is not, and let what was retired follow its text. */
export function renew(next: Map<Key, Entry>, { ledger, languages, drafts, today, heirs }: Matter, result: Update): void {
  const first = languages[0]!;
  const shelves = shelve(ledger);
  const finder = findersOf(drafts, shelves);
  const { found: successions, unclear } = successionsOf({ ledger, shelves, drafts, heirs, languages, finder });
  const formers = new Map([...successions].filter(([, { how }]) => how === 'renamed').map(([gone, { to }]) => [to, gone]));
  const sheets = sheetsOf(drafts, shelves, first, (key) => formers.get(key));
  const living = placesOf(sheets.values());

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
    const named = heir && [keyOf(lang, heir), keyOf(first, heir)].find((key) => key !== keyOf(lang, address) && (living.has(key) || ledger.has(key)));
    if (named || lang === first || numberOf(address)) return named;
    const parallel = next.get(keyOf(first, address))?.to;
    return parallel && [keyOf(lang, addressOf(parallel)), parallel].find((key) => living.has(key));
  };
  const scene: Scene = { sheets, living, successions, finder, told };
  const asked = new Map(unclear.map(({ address, near }) => [address, near]));
  const behind = [...shelves.values()].filter((one) => isBehind(one, living));
  for (const shelf of behind.sort((a, b) => Number(b.lang === first) - Number(a.lang === first))) {
    const { heirs: found, unclear: sections } = retire(shelf, scene);
    for (const [key, to] of found) {
      next.set(key, { ...ledger.get(key)!, to, retired: today });
      result.retired.push({ key, to });
    }
    for (const { key, near } of sections) if (!asked.has(addressOf(key))) asked.set(addressOf(key), near.map(addressOf));
  }
  for (const [address, near] of asked) result.faults.push({ kind: 'no-heir', facts: { address, near } });
  result.redirected.push(...follow(next, { ledger, sheets, finder, heirs }));
  result.faults.push(...takenAddresses(ledger, sheets, heirs));
}

/** List every living address, and what stands on a page that was renamed under its old address too; a section is told by what it holds. */
function placesOf(sheets: Iterable<Sheet>): Map<Key, Place> {
  const living = new Map<Key, Place>();
  const renamed: [Key, Place][] = [];
  for (const { key, former, places } of sheets) {
    for (const place of places) {
      if (!living.has(place.key)) living.set(place.key, place);
      const entry = former && former.key !== key && former.parts.get(place.name);
      if (entry && !entry.to && entry.kind === place.kind && place.kind !== 'section')
        renamed.push([keyOf(former.lang, former.id, place.name), place]);
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
