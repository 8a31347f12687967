import type { Address } from '../model/address.ts';
import { nearest } from '../model/likeness.ts';
import { addressOf, keyOf, landingOf, numberOf, partsOf, type Entry, type Key } from './ledger.ts';
import type { LedgerFault } from './words.ts';

/** An address and where it lands. */
export interface Redirection {
  key: Key;
  to: Key;
}

/** Let a retired address land elsewhere. */
export function redirect(next: Map<Key, Entry>, key: Key, to: Key): Redirection {
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
export function heal(next: Map<Key, Entry>, rules: Rules): Redirection[] {
  const redirected = rules.heirs.size ? obey(next, rules) : [];
  for (const [key, { kind, to }] of next) {
    if (!to || landingOf(next, key)) continue;
    const { lang, page, name } = partsOf(key, kind);
    const section = numberOf(name)?.section ?? '';
    const steps = [
      keyOf(lang, page, section),
      keyOf(lang, page),
      keyOf(rules.first, page, section),
      keyOf(rules.first, page),
      keyOf(lang, 'index'),
      keyOf(rules.first, 'index'),
    ];
    const home = steps.find((step) => step !== key && landingOf(next, step)) ?? [...next].find(([, entry]) => !entry.to)?.[0];
    if (home) redirected.push(redirect(next, key, home));
  }
  return redirected;
}

function obey(next: Map<Key, Entry>, { heirs, first, today, faults }: Rules): Redirection[] {
  const redirected: Redirection[] = [];
  const languages = new Set([first, ...[...next.keys()].map((key) => key.slice(0, key.indexOf('/')))]);
  const near = (address: Address): Address[] =>
    nearest(
      address,
      [...next].flatMap(([key, { to, kind }]) => (to || kind === 'block' ? [] : [addressOf(key)])),
    );
  for (const [address, heir] of heirs) {
    const known = [...languages].filter((lang) => next.has(keyOf(lang, address)));
    if (known.length === 0 && address.includes('.') && next.has(keyOf(first, address.slice(0, address.indexOf('.'))))) {
      // An address from before the ledger, or one whose line was lost.
      next.set(keyOf(first, address), {
        kind: numberOf(address) ? 'block' : 'section',
        first: today,
        retired: today,
        to: keyOf(first, address),
        print: '',
      });
      known.push(first);
    }
    if (known.length === 0) faults.push({ kind: 'unknown-forebear', facts: { address, near: near(address) } });
    for (const lang of known) {
      const key = keyOf(lang, address);
      const to = [keyOf(lang, heir), keyOf(first, heir)].find((one) => one !== key && landingOf(next, one));
      const unsettled = faults.some(({ kind, facts }) => kind === 'no-heir' && facts.address === address);
      if (!next.get(key)!.to && !unsettled) continue;
      if (!to) faults.push({ kind: 'unknown-heir', facts: { address, heir, near: near(heir) } });
      else if (!unsettled && landingOf(next, key) !== landingOf(next, to)) redirected.push(redirect(next, key, to));
    }
  }
  return redirected;
}
