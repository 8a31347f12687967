/** `npm run permalinks`: updates the permalinks; with `--new` it begins their list. If there is something to correct first, it writes nothing and the exit code is 1. */
import { parseArgs } from 'node:util';
import { sortDiagnostics, report } from '../checks/report.ts';
import { checkContent } from '../checks/check-source.ts';
import { loadContent } from '../content/load-content.ts';
import { listChanges, missingIds, unknownPermalinks } from '../permalinks/check.ts';
import { compare } from '../permalinks/compare.ts';
import { isPermalinkKind, type PermalinkDiagnostic } from '../permalinks/diagnostics.ts';
import { redirectLine, REDIRECTS } from '../permalinks/redirects.ts';
import { snapshotOf } from '../permalinks/snapshot.ts';
import { addRedirects, LIST, PERMALINKS, writePermalinks } from '../permalinks/storage.ts';

/** Diagnostics that rewriting the files corrects; the lines of both sides are kept. */
const REPAIRED = new Set(['permalinks-conflict', 'permalinks-line-ends', 'permalinks-merged', 'permalinks-unlisted']);

/** Updates the permalinks of a content folder. A base without any must be `isNew`. Returns the output, and whether they are up to date now. */
export async function updatePermalinks(folder: string, today: string, isNew = false): Promise<{ good: boolean; output: string }> {
  const content = await loadContent(folder, '/');
  const checked = await checkContent(content);
  const others = checked.diagnostics.filter(({ kind }) => !isPermalinkKind(kind));
  const refuse = (found: typeof checked.diagnostics, reason: string) => ({
    good: false,
    output: `${report(sortDiagnostics(found), folder)}\n${reason} No file was changed.`,
  });
  if (others.length > 0) return refuse(others, 'Correct the content first.');
  const { site, stored = { permalinks: new Map(), redirects: { rules: new Map(), lines: new Map() }, diagnostics: [] } } = content;
  const isExpected = ({ kind, file }: PermalinkDiagnostic): boolean =>
    REPAIRED.has(kind) || (isNew && kind === 'permalinks-missing' && file === LIST);
  const broken = [
    ...stored.diagnostics.filter((one) => !isExpected(one)),
    ...missingIds(site),
    ...(content.stored || isNew ? [] : unknownPermalinks(site)),
  ];
  if (broken.length > 0) return refuse(broken, 'Correct this first.');
  const { permalinks, proposed, diagnostics, added, changed, removed } = compare(
    stored.permalinks,
    { snapshot: snapshotOf(site), trees: site.locales[0]!.trees },
    stored.redirects,
    today,
  );
  if (diagnostics.length > 0) return refuse(diagnostics, 'Correct this first.');
  await addRedirects(folder, proposed);
  const written = await writePermalinks(folder, permalinks);
  const rows = [...permalinks.values()].flatMap((one) => one.rows);
  const live = rows.filter(({ hash }) => hash !== undefined).length;
  const output = [
    ...listChanges('published', stored.permalinks.size ? added : []),
    ...listChanges('changed', changed),
    ...listChanges('removed', removed),
    ...(proposed.length ? [`${proposed.length} added to ${REDIRECTS}, because their text is at exactly one other address:`] : []),
    ...proposed.map(({ from, to }) => `  ${redirectLine(from, to)}`),
    `${live} live addresses, ${rows.length - live} removed. ${written.length ? `Commit ${folder}/${PERMALINKS} (${written.length} ${written.length === 1 ? 'file' : 'files'})${proposed.length ? ` and ${folder}/${REDIRECTS}` : ''}.` : 'Nothing to write.'}`,
  ];
  return { good: true, output: output.join('\n') };
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { new: { type: 'boolean', default: false } } });
  const today = process.env.TODAY ?? new Date().toISOString().slice(0, 10);
  const { good, output } = await updatePermalinks(process.env.CONTENT_DIR ?? 'content', today, values.new);
  console[good ? 'log' : 'error'](output);
  process.exitCode = good ? 0 : 1;
}
