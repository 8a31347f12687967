/** Reads and writes the permalink files of a content folder: `permalinks/<lang>/<page>.txt` and redirects.yaml. */
import { readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { lostSinceCommit } from './committed.ts';
import { diagnostic, type PermalinkDiagnostic } from './diagnostics.ts';
import { parseWordings, serializeWordings, type FormerWording, type FormerWordings } from './former-wordings.ts';
import { parse, serialize } from './format.ts';
import { pageKey, type PagePermalinks, type Permalinks } from './permalinks.ts';
import { parseRedirects, redirectLine, REDIRECTS, type Redirects } from './redirects.ts';
import type { Address } from '../model/address.ts';

/** The folder, under the content folder. */
export const PERMALINKS = 'permalinks';

/** The list of the files in the folder, to detect a missing file. Each page has its own file and its own line in the list, so that branches can be merged. */
export const LIST = `${PERMALINKS}/files.txt`;
const LIST_HEAD = '# The files of this folder. Written by npm run permalinks.';
const LIST_FOOT = '# End of the list.';
/** Lets git merge the lists of two branches. */
const ATTRIBUTES = '* text eol=lf\nfiles.txt merge=union\n';

/** Whether a file of the content folder is a permalink file. */
export const isPermalinkFile = (file: string): boolean => file.startsWith(`${PERMALINKS}/`) || file === REDIRECTS;

/** The permalinks and redirects of a content folder. */
export interface Stored {
  permalinks: Permalinks;
  redirects: Redirects;
  former: FormerWordings;
  diagnostics: PermalinkDiagnostic[];
}

/** Reads the permalinks and redirects; undefined for a folder without permalinks, which was never published. */
export async function readPermalinks(folder: string): Promise<Stored | undefined> {
  const names = await readdir(join(folder, PERMALINKS), { recursive: true, withFileTypes: true }).catch(ifMissing([]));
  const redirects = await readFile(join(folder, REDIRECTS), 'utf8').catch(ifMissing(''));
  const { diagnostics, ...rules } = parseRedirects(redirects);
  const permalinks = new Map<string, PagePermalinks>();
  const former = new Map<string, readonly FormerWording[]>();
  const files = names.filter((one) => !one.isDirectory()).map((one) => relative(join(folder, PERMALINKS), join(one.parentPath, one.name)));
  // A thousand small files are read much faster one after the other than through the thread pool.
  for (const name of files.map((one) => one.split(sep).join('/')).sort()) {
    const [, ownLang, ownPage] = /^([a-z]{2})\/([^/]+)\.history\.yaml$/.exec(name) ?? [];
    if (ownLang && ownPage) former.set(pageKey(ownLang, ownPage), parseWordings(readFileSync(join(folder, PERMALINKS, name), 'utf8')));
    const [, lang, page] = /^([a-z]{2})\/([^/]+)\.txt$/.exec(name) ?? [];
    if (!lang || !page) continue;
    const file = `${PERMALINKS}/${name}`;
    const read = parse(readFileSync(join(folder, file), 'utf8'), file);
    permalinks.set(pageKey(lang, page), { lang, page, rows: read.rows });
    diagnostics.push(...read.diagnostics);
  }
  const list = await readFile(join(folder, LIST), 'utf8').catch(ifMissing(undefined));
  const lost = await lostSinceCommit(folder, permalinks);
  // A base that was never published has neither permalinks nor redirects.
  if (permalinks.size === 0 && list === undefined && lost.length === 0 && rules.rules.size === 0)
    return diagnostics.length > 0 ? { permalinks, redirects: rules, former, diagnostics } : undefined;
  return { permalinks, redirects: rules, former, diagnostics: [...diagnostics, ...listDiagnostics(list, permalinks), ...lost] };
}

/** Compares the list with the existing files. */
function listDiagnostics(list: string | undefined, permalinks: Permalinks): PermalinkDiagnostic[] {
  const at = (line: number) => ({ file: LIST, line });
  const lines = list?.split(/\r?\n/) ?? [];
  if (!lines.includes(LIST_FOOT)) return [diagnostic('permalinks-missing', at(1), { file: LIST, isCut: list !== undefined })];
  const named = lines.flatMap((line, at) => (/^[a-z]{2}\/\S+$/.test(line) ? [{ name: line, line: at + 1 }] : []));
  const missing = named.filter(({ name }) => !permalinks.has(name));
  const unnamed = [...permalinks.keys()].filter((key) => !named.some(({ name }) => name === key));
  const conflict = lines.findIndex((line) => /^(?:<{7}|={7}|>{7})/.test(line));
  return [
    ...(conflict >= 0 ? [diagnostic('permalinks-conflict', at(conflict + 1), {})] : []),
    ...missing.map(({ name, line }) => diagnostic('permalinks-missing', at(line), { file: `${PERMALINKS}/${name}.txt`, isCut: false })),
    ...(unnamed.length ? [diagnostic('permalinks-unlisted', at(1), { names: unnamed })] : []),
  ];
}

/** Writes the files with changed text. Returns their names. */
export async function writePermalinks(folder: string, permalinks: Permalinks, former: FormerWordings = new Map()): Promise<string[]> {
  const written: string[] = [];
  for (const one of permalinks.values()) {
    const file = `${PERMALINKS}/${one.lang}/${one.page}.txt`;
    if (await writeIfChanged(join(folder, file), serialize(one))) written.push(file);
  }
  for (const [key, wordings] of former) {
    const file = `${PERMALINKS}/${key}.history.yaml`;
    if (wordings.length > 0 && (await writeIfChanged(join(folder, file), serializeWordings(wordings)))) written.push(file);
  }
  const list = [LIST_HEAD, ...[...permalinks.keys()].sort(), LIST_FOOT, ''].join('\n');
  if (await writeIfChanged(join(folder, LIST), list)) written.push(LIST);
  await writeIfChanged(join(folder, PERMALINKS, '.gitattributes'), ATTRIBUTES);
  return written;
}

/** Appends redirects to redirects.yaml. */
export async function addRedirects(folder: string, redirects: readonly { from: Address; to: Address }[]): Promise<void> {
  if (redirects.length === 0) return;
  const path = join(folder, REDIRECTS);
  const text = await readFile(path, 'utf8').catch(
    ifMissing('# Where each removed address leads: a new address, or { withdrawn: <day>, reason: … }.\n'),
  );
  const lines = redirects.map(({ from, to }) => `${redirectLine(from, to)}\n`).join('');
  await writeIfChanged(path, `${text}${text.endsWith('\n') || !text ? '' : '\n'}${lines}`);
}

async function writeIfChanged(path: string, text: string): Promise<boolean> {
  if ((await readFile(path, 'utf8').catch(ifMissing(undefined))) === text) return false;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, text);
  await rename(`${path}.new`, path);
  return true;
}

const ifMissing =
  <T>(value: T) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return value;
    throw error;
  };
