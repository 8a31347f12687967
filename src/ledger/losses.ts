import { keyOf, landingOf, numberOf, type Ledger } from './ledger.ts';
import { familyOf } from './numbering.ts';
import { shelve, type Shelf } from './shelf.ts';
import type { LedgerFault } from './words.ts';

/** Find what the ledger has lost: lines that lead to no living address, and numbers missing from a section's, since they are given one by one. */
export function lossesIn(ledger: Ledger): LedgerFault[] {
  const lost = new Set<string>();
  const shelves = shelve(ledger);
  for (const shelf of shelves.values()) {
    const { lang, id, page, parts } = shelf;
    if (!page) lost.add(id);
    for (const [name, { to }] of [...(page ? [['', page] as const] : []), ...parts]) {
      if (to && !landingOf(ledger, keyOf(lang, id, name))) lost.add(name ? `${id}.${name}` : id);
    }
    for (const name of gapsOf(shelf, shelves)) lost.add(`${id}.${name}`);
  }
  return [...lost].map((address) => ({ kind: 'lost-address', facts: { address } }));
}

/** Name the blocks below the highest number of each section that neither the page, nor its other languages, nor what it was before, ever had. */
function gapsOf({ id, parts }: Shelf, shelves: ReadonlyMap<string, Shelf>): string[] {
  const highest = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const [name, { kind }] of parts) {
    const block = kind === 'block' && numberOf(name);
    if (!block) continue;
    highest.set(block.section, Math.max(highest.get(block.section) ?? 0, block.number));
    counts.set(block.section, (counts.get(block.section) ?? 0) + 1);
  }
  const gaps: string[] = [];
  for (const [section, last] of highest) {
    if (counts.get(section) === last) continue;
    const family = familyOf(shelves, [id]);
    for (let number = 1; number <= last; number += 1) {
      const name = `${section}.${number}`;
      if (!family.some((one) => one.parts.has(name))) gaps.push(name);
    }
  }
  return gaps;
}
