/** `npm run permalinks`: bring the ledger of addresses up to date. Exit code 1, and nothing written, when the writer must say something first. */
import { report } from '../checks/report.ts';
import { checkSource } from '../checks/source.ts';
import { accountOf } from '../ledger/account.ts';
import { HEIRS, LEDGER, readHeirs, readLedger, writeLedger } from '../ledger/file.ts';
import { isConflictMark } from '../ledger/lines.ts';
import { publicationOf } from '../ledger/publication.ts';
import { update } from '../ledger/update.ts';
import { fileOf, wordsOfFault, type LedgerFault } from '../ledger/words.ts';

const folder = process.env.CONTENT_DIR ?? 'content';
const today = process.env.TODAY ?? new Date().toISOString().slice(0, 10);
process.exitCode = (await bringUpToDate()) ? 0 : 1;

async function bringUpToDate(): Promise<boolean> {
  const { site, problems } = await checkSource(folder);
  const others = problems.filter(({ file }) => file !== LEDGER && file !== HEIRS);
  if (!site || others.length > 0) return refuse(report(others, folder), 'Mend the content first.');
  const old = await readLedger(folder);
  const { heirs, faults: unread } = await readHeirs(folder);
  const done = update(old?.ledger ?? new Map(), publicationOf(site), today, heirs);
  // The marks of a conflict are mended by writing the ledger anew; any other line that cannot be read may have been an address.
  const torn = (old?.faults ?? []).filter((fault) => !isConflictMark(fault));
  const faults = [...torn, ...unread, ...done.faults];
  if (faults.length > 0) return refuse(faults.map(line).join('\n'), `${faults.length === 1 ? 'This has' : `These ${faults.length} have`} to be said first.`);
  console.log(accountOf(done, !old));
  console.log(`${folder}/${LEDGER} ${(await writeLedger(folder, done.ledger)) ? 'is written; commit it' : 'was up to date'}.`);
  return true;
}

function refuse(report: string, reason: string): boolean {
  console.error(report);
  console.error(`${reason} Nothing was written.`);
  return false;
}

function line(fault: LedgerFault): string {
  const { what, remedy } = wordsOfFault(fault);
  return `${folder}/${fileOf(fault)}:${fault.line ?? 1}:1  ${fault.kind}  ${what}  ${remedy}`;
}
