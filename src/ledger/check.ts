import type { Site } from '../model/site.ts';
import { behind } from './behind.ts';
import { readHeirs, readPublishedWalks, type Kept } from './file.ts';
import { publicationOf } from './publication.ts';
import { walksBehind } from './walks.ts';
import { fileOf, wordsOfFault, type LedgerFault } from './words.ts';

/** A fault with its place and its words, as `checks/report.ts` prints them. */
export interface LocatedFault {
  kind: LedgerFault['kind'];
  file: string;
  line: number;
  column: number;
  what: string;
  remedy: string;
}

/** Check the ledger of a content folder against a site that has no other faults. */
export async function checkLedger(folder: string, { ledger, faults }: Kept, site: Site): Promise<LocatedFault[]> {
  const { heirs, faults: unread } = await readHeirs(folder);
  const { walks, faults: torn } = await readPublishedWalks(folder);
  const found = [...faults, ...unread, ...torn];
  return (found.length ? found : [...behind(ledger, publicationOf(site), heirs), ...walksBehind(walks, site)]).map(locate);
}

/** Put a fault into words, at its line. */
export function locate(fault: LedgerFault): LocatedFault {
  return { kind: fault.kind, file: fileOf(fault), line: fault.line ?? 1, column: 1, ...wordsOfFault(fault) };
}
