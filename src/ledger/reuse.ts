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
      const entry = place.kind === 'block' ? undefined : ledger.get(place.key);
      const heir = entry?.to && landingOf(ledger, place.key);
      const address = addressOf(place.key);
      if (!entry || !heir || heirs.get(address) === address) continue;
      const { kind } = ledger.get(heir)!;
      const meant = kind === entry.kind || (isPage(kind) && isPage(entry.kind));
      const lives = sheets.get(pageOf(ledger, heir))?.places.some(({ key }) => key === heir);
      if (meant && lives && !isBack(place, sheet, ledger, heir)) faults.push({ kind: 'address-taken', facts: { address, heir: addressOf(heir) } });
    }
  }
  return faults;
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
