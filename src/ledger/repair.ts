import type { Address } from '../model/address.ts';
import { nearest } from '../model/likeness.ts';
import type { Finder } from './fresh.ts';
import { addressOf, keyOf, landingOf, numberOf, partsOf, type Entry, type Key, type Ledger } from './ledger.ts';
import { scalesFor } from './likeness.ts';
import type { Place, Sheet } from './sheet.ts';
import type { LedgerFault } from './words.ts';

/** An address and where it lands. */
export interface Redirection {
  key: Key;
  to: Key;
}

/** Let a block that was retired before follow its text, where that has come back or has gone on to another block. */
export function follow(next: Map<Key, Entry>, ledger: Ledger, sheets: ReadonlyMap<Key, Sheet>, finder: (lang: string) => Finder): Redirection[] {
  const redirected: Redirection[] = [];
  for (const [key, { kind, to, print }] of ledger) {
    if (!to || kind !== 'block' || !next.get(key)?.to) continue;
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

function redirect(next: Map<Key, Entry>, key: Key, to: Key): Redirection {
  next.set(key, { ...next.get(key)!, to });
  return { key, to };
}

interface Rules {
  heirs: ReadonlyMap<Address, Address>;
  first: string;
  today: string;
  faults: LedgerFault[];
}

/** Put the writer's word above every guess, and bring each retired address home that no longer lands anywhere. */
export function heal(next: Map<Key, Entry>, living: ReadonlyMap<Key, Place>, rules: Rules): Redirection[] {
  const redirected = obey(next, living, rules);
  const lands = (key: Key): boolean => living.get(landingOf(next, key) ?? '')?.key !== undefined;
  for (const [key, { kind, to }] of next) {
    if (!to || lands(key)) continue;
    const { lang, page, name } = partsOf(key, kind);
    const section = numberOf(name)?.section ?? '';
    const steps = [keyOf(lang, page, section), keyOf(lang, page), keyOf(rules.first, page, section), keyOf(rules.first, page), keyOf(lang, 'index'), keyOf(rules.first, 'index')];
    const home = steps.find((step) => step !== key && lands(step)) ?? [...living.values()][0]?.key;
    if (home) redirected.push(redirect(next, key, home));
  }
  return redirected;
}

function obey(next: Map<Key, Entry>, living: ReadonlyMap<Key, Place>, { heirs, first, today, faults }: Rules): Redirection[] {
  const redirected: Redirection[] = [];
  const addresses = (): string[] => [...new Set([...living.keys()].map(addressOf))].filter((address) => !numberOf(address));
  const languages = heirs.size ? new Set([first, ...[...next.keys()].map((key) => key.slice(0, key.indexOf('/')))]) : [];
  for (const [address, heir] of heirs) {
    const known = [...languages].filter((lang) => next.has(keyOf(lang, address)));
    if (known.length === 0 && address.includes('.') && next.has(keyOf(first, address.slice(0, address.indexOf('.'))))) {
      // An address from before the ledger, or one whose line was lost.
      next.set(keyOf(first, address), { kind: numberOf(address) ? 'block' : 'section', first: today, retired: today, to: keyOf(first, heir), print: '' });
      redirected.push({ key: keyOf(first, address), to: keyOf(first, heir) });
      known.push(first);
    }
    if (known.length === 0) faults.push({ kind: 'unknown-forebear', facts: { address, near: nearest(address, [...next.keys()].map(addressOf)) } });
    for (const lang of known) {
      const key = keyOf(lang, address);
      if (living.get(key)?.key === key) continue;
      const to = [keyOf(lang, heir), keyOf(first, heir)].find((one) => one !== key && living.has(landingOf(next, one) ?? ''));
      if (!to) faults.push({ kind: 'unknown-heir', facts: { address, heir, near: nearest(heir, addresses()) } });
      else if (landingOf(next, key) !== landingOf(next, to)) redirected.push(redirect(next, key, to));
    }
  }
  return redirected;
}
