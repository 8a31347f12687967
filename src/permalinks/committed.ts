/** Compares the permalinks of a content folder with the committed ones, if the folder is in git: no committed address may be lost. */
import { execFile } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { diagnostic, type PermalinkDiagnostic } from './diagnostics.ts';
import { parseRow } from './format.ts';
import { pageKey, rowKey, type Permalinks } from './permalinks.ts';

/** The commit with the published addresses: HEAD, or PUBLISHED_REF, such as the target branch of a pull request. */
const ref = (): string => process.env.PUBLISHED_REF || 'HEAD';

/** Finds the addresses that a commit has and the folder no longer has, with one diagnostic per file. Outside of git it returns none. */
export async function lostSinceCommit(folder: string, permalinks: Permalinks): Promise<PermalinkDiagnostic[]> {
  const lost = new Map<string, string[]>();
  for (const { file, line } of await removedLines(folder)) {
    const [, lang = '', page = ''] = /^permalinks\/([a-z]{2})\/([^/]+)\.txt$/.exec(file) ?? [];
    const row = parseRow(line, page);
    if (!row || permalinks.get(pageKey(lang, page))?.rows.some((one) => rowKey(one) === rowKey(row))) continue;
    lost.set(file, [...(lost.get(file) ?? []), row.address]);
  }
  return [...lost].map(([file, addresses]) => diagnostic('permalinks-lost', { file, line: 1 }, { addresses, commit: ref() }));
}

/** Whether a folder is in a checkout. Does not run git, which takes as long as the check of a small base. */
function isInGit(folder: string): boolean {
  if (process.env.GIT_DIR || process.env.PUBLISHED_REF) return true;
  if (!existsSync(folder)) return false;
  for (let at = realpathSync(folder); ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return true;
    if (at === dirname(at)) return false;
  }
}

/** Returns the lines that a commit has and the folder does not. */
async function removedLines(folder: string): Promise<{ file: string; line: string }[]> {
  if (!isInGit(folder)) return [];
  const options = ['--no-ext-diff', '--no-textconv', '--no-color', '--no-renames', '--text', '--unified=0', '--relative', '--src-prefix=a/'];
  const given = ['-c', 'core.quotePath=false', '-C', folder, 'diff', ...options, ref(), '--', 'permalinks'];
  const env = { ...process.env, GIT_OPTIONAL_LOCKS: '0' };
  let text: string;
  try {
    ({ stdout: text } = await promisify(execFile)('git', given, { env, maxBuffer: 2 ** 28, timeout: 60_000 }));
  } catch (error) {
    if (!process.env.PUBLISHED_REF) return [];
    throw new Error(`PUBLISHED_REF is "${process.env.PUBLISHED_REF}", which git cannot compare with: ${(error as Error).message.trim()}`, {
      cause: error,
    });
  }
  const lines: { file: string; line: string }[] = [];
  let file = '';
  for (const line of text.split('\n')) {
    if (line.startsWith('--- ')) file = line.slice('--- a/'.length).trim();
    else if (line.startsWith('-')) lines.push({ file, line: line.slice(1).trimEnd() });
  }
  return lines;
}
