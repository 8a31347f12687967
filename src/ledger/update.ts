import type { Address } from '../model/address.ts';
import type { Key, Ledger } from './ledger.ts';
import { sorted } from './lines.ts';
import type { Publication } from './publication.ts';
import { lossesIn } from './losses.ts';
import { renew } from './renewal.ts';
import { heal, type Redirection } from './repair.ts';
import { draftsOf } from './sheet.ts';
import { shelve } from './shelf.ts';
import { isStill } from './stillness.ts';
import type { LedgerFault } from './words.ts';

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
  const shelves = shelve(ledger);
  const drafts = draftsOf(publication);
  const next = new Map(ledger);
  const result: Update = { ledger, added: [], changed: [], arranged: [], revived: [], retired: [], redirected: [], faults: [] };
  if (!isStill(shelves, drafts)) renew(next, { ledger, languages: publication.languages, drafts, today, heirs }, result);
  result.redirected.push(...heal(next, { heirs, first: publication.languages[0]!, today, faults: result.faults }));
  const idle = [result.added, result.changed, result.arranged, result.revived, result.retired, result.redirected].every(({ length }) => length === 0);
  result.ledger = idle ? ledger : sorted(next);
  result.faults.push(...lossesIn(result.ledger));
  return result;
}
