/** `npm run new -- <kind> <id>`: writes a new page, decision tree, source, term or translation, or a whole new base, that `npm run check` accepts. */
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { checkContent } from '../checks/check-source.ts';
import { loadContent } from '../content/load-content.ts';
import { newBase } from '../content/new/new-base.ts';
import { NEW_KINDS, newEntry, type NewKind } from '../content/new/new-entry.ts';
import { importMarkdown } from '../content/import/import-markdown.ts';
import { contentFiles } from '../content/content-files.ts';
import { closestNames } from '../model/did-you-mean.ts';
import { updatePermalinks } from './permalinks.ts';

const USAGE = `npm run new -- <kind> <id>
  concept <id>                 a page on one idea, and its place in the reading order
  question <id>                a page that answers a question
  decision <id>                a decision tree
  source <key>                 a record of a cited work
  term <id>                    a term of the vocabulary
  translation <id> <language>  a page or a tree in another language, to be translated in place
  base <folder> [language]     a whole new base, in English unless another language is given
  import <from> <folder>       a new base from a folder of Markdown files of another program; a language such as de can follow`;

/** Runs the command. Returns the output, and whether files were written. */
export async function runNew(args: readonly string[], folder: string, today: string): Promise<{ good: boolean; output: string }> {
  const [kind = '', id = '', lang] = args;
  const refuse = (reason: string) => ({ good: false, output: `${reason}\n\n${USAGE}` });
  if (!kind) return refuse('Name the kind and the id.');
  if (kind !== 'base' && kind !== 'import' && !isKind(kind)) {
    const near = closestNames(kind, [...NEW_KINDS, 'base', 'import']);
    return refuse(`There is no kind “${kind}”.${near.length ? ` Did you mean ${near.join(', or ')}?` : ''}`);
  }
  if (!id) return refuse(kind === 'base' ? 'Name the folder of the new base.' : 'Name the id.');
  if (kind === 'import')
    return lang ? importBase(id, lang, args[3] ?? 'en', today) : refuse('Name both folders: that of the files, then that of the new base.');
  return isKind(kind) ? writeEntry(folder, { kind, id, lang, today }) : writeBase(id, lang ?? 'en', today);
}

const isKind = (kind: string): kind is NewKind => (NEW_KINDS as readonly string[]).includes(kind);

async function writeEntry(folder: string, entry: Parameters<typeof newEntry>[1]): Promise<{ good: boolean; output: string }> {
  const content = await loadContent(folder, '/');
  const { diagnostics } = await checkContent(content);
  const files = contentFiles(folder).filter((file) => /\.(?:mdx|yaml)$/.test(file));
  if (!content.isKnown) return { good: false, output: `${folder}/site.yaml cannot be read; npm run check says why. No file was changed.` };
  const texts = new Map(await Promise.all(files.map(async (file) => [file, await readFile(join(folder, file), 'utf8')] as const)));
  const written = newEntry({ site: content.site, stored: content.stored, texts }, entry);
  if (typeof written === 'string') return { good: false, output: `${written} No file was changed.` };
  await writeTexts(folder, written);
  const lines = [...written.keys()].map((file) => `${texts.has(file) ? 'Changed' : 'Wrote'} ${folder}/${file}`);
  // The permalinks are updated only if they were up to date, so that unfinished pages are not recorded as published.
  const isBehind = content.stored && diagnostics.length > 0;
  if (content.stored && !isBehind) {
    const { good, output } = await updatePermalinks(folder, entry.today);
    if (!good) return { good, output };
    if (entry.kind !== 'term') lines.push(`Its addresses are in ${folder}/permalinks; commit them with it.`);
  }
  if (entry.kind === 'decision') lines.push('npm run draw draws the tree, with Chromium.');
  lines.push(
    isBehind
      ? 'When the text is done, run npm run permalinks.'
      : 'Now write the text. npm run check finds what is wrong with it, npm run dev shows it.',
  );
  return { good: true, output: lines.join('\n') };
}

const isLanguage = (lang: string): boolean => /^[a-z]{2}$/.test(lang);
const notLanguage = (lang: string) => ({
  good: false,
  output: `“${lang}” is not a language. A language is two letters: en, de. No file was changed.`,
});

async function writeBase(folder: string, lang: string, today: string): Promise<{ good: boolean; output: string }> {
  const existing = await readdir(folder).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? [] : undefined));
  if (existing === undefined) return { good: false, output: `${folder} is not a folder. No file was changed.` };
  if (existing.length > 0) return { good: false, output: `${folder} is not empty. No file was changed.` };
  if (!isLanguage(lang)) return notLanguage(lang);
  const files = newBase(basename(resolve(folder)), lang, today);
  await writeTexts(folder, files);
  return {
    good: true,
    output: [
      ...[...files.keys()].map((file) => `Wrote ${join(folder, file)}`),
      `Begin with ${join(folder, 'site.yaml')}. CONTENT_DIR chooses the base of a command, for example: CONTENT_DIR=${folder} npm run check`,
      `Before you publish it, begin the list of its addresses: CONTENT_DIR=${folder} npm run permalinks -- --new. Until then the check warns of “permalinks-unknown”.`,
    ].join('\n'),
  };
}

/** Imports the Markdown files of a folder into a new base, and writes what was lost into its README.md. */
async function importBase(from: string, folder: string, lang: string, today: string): Promise<{ good: boolean; output: string }> {
  const existing = await readdir(folder).catch(() => []);
  if (existing.length > 0) return { good: false, output: `${folder} is not empty. No file was changed.` };
  if (!isLanguage(lang)) return notLanguage(lang);
  const found = await readdir(from, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = found
    .filter((entry) => entry.isFile() && /\.(?:md|mdx|markdown)$/i.test(entry.name))
    .map((entry) => relative(from, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !/(?:^|\/)(?:\.|node_modules\/)/.test(path));
  if (paths.length === 0) return { good: false, output: `${from} has no Markdown files.` };
  const texts = new Map(await Promise.all(paths.map(async (path) => [path, await readFile(join(from, path), 'utf8')] as const)));
  const { files, lost } = importMarkdown(texts, { name: basename(resolve(folder)), lang, today });
  const list = [...lost].map(([path, what]) => `## ${path}\n\n${what.map((one) => `- ${one.replaceAll('\n', ' ')}`).join('\n')}\n`);
  files.set('README.md', `# What was lost\n\nImported: ${paths.length} Markdown files.\n\n${list.join('\n') || 'Nothing.\n'}`);
  await writeTexts(folder, files);
  const { diagnostics } = await checkContent(await loadContent(folder, '/'));
  return {
    good: true,
    output: [
      `Imported ${paths.length} ${paths.length === 1 ? 'file' : 'files'} into ${folder}. ${join(folder, 'README.md')} lists what was lost, file by file (${lost.size}).`,
      diagnostics.length === 0
        ? 'npm run check finds no problems.'
        : `npm run check finds ${diagnostics.length} problems: CONTENT_DIR=${folder} npm run check`,
      `Correct title, address and licence in ${join(folder, 'site.yaml')}.`,
    ].join('\n'),
  };
}

async function writeTexts(folder: string, texts: ReadonlyMap<string, string>): Promise<void> {
  for (const [file, text] of texts) {
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(`${path}.new`, text);
    await rename(`${path}.new`, path);
  }
}

if (import.meta.main) {
  const { CONTENT_DIR = 'content', TODAY = new Date().toISOString().slice(0, 10) } = process.env;
  const { good, output } = await runNew(process.argv.slice(2), CONTENT_DIR, TODAY);
  console[good ? 'log' : 'error'](output);
  process.exitCode = good ? 0 : 1;
}
