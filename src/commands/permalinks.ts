/**
 * `npm run permalinks`: updates the permalinks; with `--new`, begins the list of permalinks. If the content has errors, writes nothing and sets the
 * exit code 1. `npm run permalinks -- confirm setup.options.2` marks translations as up to date although the original changed; the address of a page
 * or a section includes all addresses below it.
 */
import { parseArgs } from 'node:util';
import { sortDiagnostics, report } from '../checks/report.ts';
import { checkContent } from '../checks/check-source.ts';
import { loadContent } from '../content/load-content.ts';
import { listChanges, missingIds, unknownPermalinks } from '../permalinks/check.ts';
import { compare } from '../permalinks/compare.ts';
import { confirm, outdatedPassages } from '../permalinks/outdated.ts';
import { isPermalinkKind, type PermalinkDiagnostic } from '../permalinks/diagnostics.ts';
import { redirectLine, REDIRECTS } from '../permalinks/redirects.ts';
import { snapshotOf } from '../permalinks/snapshot.ts';
import { addWordings } from '../permalinks/former-wordings.ts';
import { isPageKind, type Permalinks } from '../permalinks/permalinks.ts';
import { addRedirects, LIST, PERMALINKS, writePermalinks, type Stored } from '../permalinks/storage.ts';
import { wordingsFromGit, type Wanted } from './environment/git-wordings.ts';

/** Diagnostics that this command corrects by writing the files again. After a merge conflict it keeps the lines of both branches. */
const REPAIRED = new Set(['permalinks-conflict', 'permalinks-line-ends', 'permalinks-merged', 'permalinks-unlisted']);

interface Options {
  /** Begins the list of a base without permalinks. */
  isNew?: boolean;
  /** Addresses whose translations fit the original. */
  upToDate?: readonly string[];
}

/** Updates the permalinks of a content folder. Returns the output, and whether they are up to date now. */
export async function updatePermalinks(
  folder: string,
  today: string,
  { isNew = false, upToDate = [] }: Options = {},
): Promise<{ good: boolean; output: string }> {
  const content = await loadContent(folder, '/');
  const checked = await checkContent(content);
  const others = checked.diagnostics.filter(({ kind }) => !isPermalinkKind(kind));
  const refuse = (found: typeof checked.diagnostics, reason: string) => ({
    good: false,
    output: `${report(sortDiagnostics(found), folder)}\n${reason} No file was changed.`,
  });
  if (others.length > 0) return refuse(others, 'Correct the content first.');
  const { site, stored = { permalinks: new Map(), redirects: { rules: new Map(), lines: new Map() }, former: new Map(), diagnostics: [] } } = content;
  const isExpected = ({ kind, file }: PermalinkDiagnostic): boolean =>
    REPAIRED.has(kind) || (isNew && kind === 'permalinks-missing' && file === LIST);
  const broken = [
    ...stored.diagnostics.filter((one) => !isExpected(one)),
    ...missingIds(site),
    ...(content.stored || isNew ? [] : unknownPermalinks(site)),
  ];
  if (broken.length > 0) return refuse(broken, 'Correct this first.');
  const snapshot = snapshotOf(site);
  const found = compare(stored.permalinks, { snapshot, trees: site.locales[0]!.trees }, stored.redirects, today);
  const { proposed, diagnostics, added, changed, removed, noted } = found;
  if (diagnostics.length > 0) return refuse(diagnostics, 'Correct this first.');
  const { permalinks, confirmed } = confirm(found.permalinks, snapshot, upToDate);
  const behind = outdatedPassages(permalinks, snapshot, site.routes.languages[0]!);
  await addRedirects(folder, proposed);
  const wanted = wantedWordings(stored, permalinks);
  const former = addWordings(stored.former, await wordingsFromGit(folder, wanted, site.routes.languages[0]!));
  const written = await writePermalinks(folder, permalinks, former);
  const rows = [...permalinks.values()].flatMap((one) => one.rows);
  const live = rows.filter(({ hash }) => hash !== undefined).length;
  const output = [
    ...listChanges('published', stored.permalinks.size ? added : []),
    ...listChanges('changed', changed),
    ...listChanges('removed', removed),
    ...(noted.length ? [`${noted.length} translations are now recorded as made from the present original.`] : []),
    ...(upToDate.length ? [`${confirmed.length} translations confirmed.`] : []),
    ...listChanges(
      'outdated (a translation is older than its original)',
      behind.filter(({ what }) => what === 'changed'),
    ),
    ...(proposed.length ? [`${proposed.length} added to ${REDIRECTS}, because their text is at exactly one other address:`] : []),
    ...proposed.map(({ from, to }) => `  ${redirectLine(from, to)}`),
    `${live} live addresses, ${rows.length - live} removed. ${written.length ? `Commit ${folder}/${PERMALINKS} (${written.length} ${written.length === 1 ? 'file' : 'files'})${proposed.length ? ` and ${folder}/${REDIRECTS}` : ''}.` : 'Nothing to write.'}`,
  ];
  return { good: true, output: output.join('\n') };
}

/** Lists the passages whose former wording is missing: passages that were changed or removed after the day of publication. Walks have no text. */
function wantedWordings({ permalinks: before, former }: Pick<Stored, 'permalinks' | 'former'>, permalinks: Permalinks): Wanted[] {
  return [...permalinks].flatMap(([key, { lang, page, rows }]) => {
    const kind = rows.find((row) => row.address === page)?.kind;
    const known = new Set((former.get(key) ?? []).map(({ address, until }) => `${address} ${until}`));
    const hashes = new Map((before.get(key)?.rows ?? []).map((row) => [row.address, row]));
    if (!kind || !isPageKind(kind)) return [];
    return rows.flatMap(({ address, kind: own, first, changed }): Wanted[] => {
      if (changed <= first || own === 'walk' || own === 'section' || known.has(`${address} ${changed}`)) return [];
      const last = hashes.get(address);
      const hash = last && last.changed < changed ? last.hash : undefined;
      return [{ lang, page, kind, address, until: changed, ...(hash ? { hash } : {}) }];
    });
  });
}

/** Returns the addresses of `confirm <address> …`, or a message if the command is not valid. */
export function confirmedIn([command, ...addresses]: readonly string[]): string[] | string {
  if (command === undefined) return [];
  if (command !== 'confirm') return `There is no command “${command}”. Write: npm run permalinks -- confirm <address>`;
  return addresses.length > 0 ? addresses : 'Name an address: npm run permalinks -- confirm setup.options.2';
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({ options: { new: { type: 'boolean', default: false } }, allowPositionals: true });
  const upToDate = confirmedIn(positionals);
  const { CONTENT_DIR = 'content', TODAY = new Date().toISOString().slice(0, 10) } = process.env;
  const { good, output } =
    typeof upToDate === 'string' ? { good: false, output: upToDate } : await updatePermalinks(CONTENT_DIR, TODAY, { isNew: values.new, upToDate });
  console[good ? 'log' : 'error'](output);
  process.exitCode = good ? 0 : 1;
}
