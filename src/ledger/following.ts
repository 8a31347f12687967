import type { Finder } from './finder.ts';
import { addressOf, landingOf, partsOf, type Entry, type Key, type Ledger } from './ledger.ts';
import { scalesFor } from './likeness.ts';
import { redirect, type Redirection } from './repair.ts';
import type { Sheet } from './sheet.ts';
import type { Heirs } from './update.ts';

interface Matter {
  ledger: Ledger;
  sheets: ReadonlyMap<Key, Sheet>;
  finder(lang: string): Finder;
  heirs: Heirs;
}

/** Let a block that was retired before follow its text, where that has come back or has gone on to another block; not where the writer named an heir. */
export function follow(next: Map<Key, Entry>, { ledger, sheets, finder, heirs }: Matter): Redirection[] {
  const redirected: Redirection[] = [];
  for (const [key, { kind, to, print }] of ledger) {
    if (!to || kind !== 'block' || !next.get(key)?.to || heirs.has(addressOf(key))) continue;
    const hit = finder(partsOf(key, kind).lang)(print).find((one) => one.kind === 'block');
    const place = hit && sheets.get(hit.leaf)!.places[hit.at]!;
    const landing = place && landingOf(next, key);
    if (!place || landing === place.key) continue;
    const { share } = scalesFor([print], [place.print]);
    const held = landing && next.get(landing)!.kind !== 'section' ? share(print, next.get(landing)!.print) : 0;
    if (share(print, place.print) > held + CLEARLY) redirected.push(redirect(next, key, place.key));
  }
  return redirected;
}

/** By how much more of a text another block must hold. */
const CLEARLY = 0.2;
