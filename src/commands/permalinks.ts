/** `npm run permalinks`: bring the ledger of addresses up to date. Exit code 1, and nothing written, when the writer must say something first. */
import { report } from '../checks/report.ts';
import { checkSource } from '../checks/source.ts';
import { accountOf } from '../ledger/account.ts';
import { locate, type LocatedFault } from '../ledger/check.ts';
import { HEIRS, LEDGER, readHeirs, readLedger, readPublishedWalks, WALKS, writeLedger } from '../ledger/file.ts';
import { isConflictMark } from '../ledger/lines.ts';
import { publicationOf } from '../ledger/publication.ts';
import { update } from '../ledger/update.ts';
import { walksOf } from '../ledger/walks.ts';

/** Bring the ledger of a content folder up to date; give what there is to tell, and whether the ledger is good now. */
export async function bringUpToDate(folder: string, today: string): Promise<{ good: boolean; told: string }> {
  const { site, problems } = await checkSource(folder);
  const others = problems.filter(({ file }) => ![LEDGER, HEIRS, WALKS].includes(file));
  if (!site || others.length > 0) return refusal(report(others, folder), 'Mend the content first.');
  const old = await readLedger(folder);
  const { heirs, faults: unread } = await readHeirs(folder);
  const done = update(old?.ledger ?? new Map(), publicationOf(site), today, heirs);
  // The marks of a conflict are mended by writing the ledger anew; any other line that cannot be read may have been an address.
  const { walks, faults: untold } = await readPublishedWalks(folder);
  const torn = [...(old?.faults ?? []), ...untold].filter((fault) => !isConflictMark(fault));
  const faults = [...torn, ...unread, ...done.faults];
  if (faults.length > 0)
    return refusal(
      faults.map((fault) => line(locate(fault), folder)).join('\n'),
      `${faults.length === 1 ? 'This has' : `These ${faults.length} have`} to be said first.`,
    );
  const written = await writeLedger(folder, done.ledger, [...walks, ...walksOf(site)]);
  return {
    good: true,
    told: `${accountOf(done, !old)}\n${written.length ? `${written.map((file) => `${folder}/${file}`).join(' and ')} written; to be committed` : `${folder}/${LEDGER} was up to date`}.`,
  };
}

const refusal = (report: string, reason: string) => ({ good: false, told: `${report}\n${reason} Nothing was written.` });

const line = ({ file, line, column, kind, what, remedy }: LocatedFault, folder: string): string =>
  `${folder}/${file}:${line}:${column}  ${kind}  ${what}  ${remedy}`;

if (import.meta.main) {
  const { good, told } = await bringUpToDate(process.env.CONTENT_DIR ?? 'content', process.env.TODAY ?? new Date().toISOString().slice(0, 10));
  console[good ? 'log' : 'error'](told);
  process.exitCode = good ? 0 : 1;
}
