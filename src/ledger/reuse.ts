import { INTRO } from '../markdown/block-ids.ts';
import { NOTES } from '../markdown/notes.ts';
import type { Address } from '../model/address.ts';
import { addressOf, isPage, landingOf, partsOf, type Key, type Ledger } from './ledger.ts';
import { scalesFor } from './likeness.ts';
import { lengthOf } from './print.ts';
import type { Place, Sheet } from './sheet.ts';
import { shelve, standingOn } from './shelf.ts';
import type { LedgerFault } from './words.ts';

/** Find the old addresses that something else bears now, while what they meant lives on at another: links to them would land on the wrong text. */
export function takenAddresses(ledger: Ledger, sheets: ReadonlyMap<Key, Sheet>, heirs: ReadonlyMap<Address, Address>): LedgerFault[] {
  const faults: LedgerFault[] = [];
  for (const sheet of sheets.values()) {
    for (const place of sheet.places) {
      // What the engine names itself is no writer's choice.
      const entry = place.kind === 'block' || place.name === INTRO || place.name === NOTES ? undefined : ledger.get(place.key);
      const heir = entry?.to && landingOf(ledger, place.key);
      const address = addressOf(place.key);
      if (!entry || !heir || heirs.get(address) === address) continue;
      const { kind } = ledger.get(heir)!;
      const meant = kind === entry.kind || (isPage(kind) && isPage(entry.kind));
      const lives = sheets.get(pageOf(ledger, heir))?.places.some(({ key }) => key === heir);
      if (meant && lives && !isBack(place, sheet, ledger, heir)) faults.push({ kind: 'address-taken', facts: { address, heir: addressOf(heir) } });
    }
    for (const { key, heir } of swapped(sheet)) {
      const address = addressOf(key);
      if (heirs.get(address) !== address) faults.push({ kind: 'address-taken', facts: { address, heir: addressOf(heir) } });
    }
  }
  return faults;
}

/** Find the sections whose id went to another one's text, while their own stands in a section that is new. */
function swapped({ former, places }: Sheet): { key: Key; heir: Key }[] {
  if (!former) return [];
  const before = Map.groupBy(
    standingOn(former).filter(({ name, section }) => name !== section),
    ({ section }) => section,
  );
  const now = new Map(places.map((place) => [place.name, place]));
  return places.flatMap((place) => {
    const held = place.kind === 'section' && place.name !== INTRO ? before.get(place.name) : undefined;
    const stand = (held ?? []).flatMap(({ name }) => now.get(name) ?? []);
    const [one] = stand;
    const heir = one && now.get(one.section);
    const isNew = heir && !former.parts.has(heir.name);
    return isNew &&
      stand.every(({ section }) => section === heir.name) &&
      places.some(({ section, name }) => section === place.name && name !== section)
      ? [{ key: place.key, heir: heir.key }]
      : [];
  });
}

/** Tell whether what bears an old address is what it meant, come back. */
function isBack(place: Place, sheet: Sheet, ledger: Ledger, heir: Key): boolean {
  const before = ledger.get(place.key)!.print;
  if (isPage(place.kind)) return sheet.former?.key === pageOf(ledger, heir);
  if (place.kind !== 'section') return scalesFor([before], [place.print]).likeness(before, place.print) >= ALIKE;
  const held = sheet.places.filter(({ section, kind }) => section === place.name && kind !== 'section');
  const former = sheet.former ? new Map(standingOn(sheet.former).map(({ name, section }) => [name, section])) : undefined;
  const { name } = partsOf(heir, 'section');
  const words = (places: readonly Place[]): number => places.reduce((sum, { print }) => sum + lengthOf(print) + 1, 0);
  const old = held.filter((one) => former?.get(one.name) === name || ledger.get(one.key)?.to);
  return 2 * words(old) >= words(held);
}

const ALIKE = 0.35;

function pageOf(ledger: Ledger, key: Key): Key {
  const { lang, page } = partsOf(key, ledger.get(key)!.kind);
  return shelve(ledger).get(`${lang}/${page}`)!.key;
}
