/** `npm run new -- <kind> <id>`: write a new page, decision tree, source, term or translation, or a whole new base, that `npm run check` accepts. */
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { checkContent } from '../checks/check-source.ts';
import { loadContent } from '../content/load-content.ts';
import { NEW_KINDS, newBase, newEntry, type NewKind } from '../content/new-entry.ts';
import { contentFiles } from '../content/read-content.ts';
import { closestNames } from '../model/did-you-mean.ts';
import { updatePermalinks } from './permalinks.ts';

const USAGE = `npm run new -- <kind> <id>
  concept <id>                 a page on one idea, and its place in the reading order
  question <id>                a page that answers a question
  decision <id>                a decision tree
  source <key>                 a record of a cited work
  term <id>                    a term of the vocabulary
  translation <id> <language>  a page or a tree in another language, to be translated in place
  base <folder>                a whole new base`;

/** Runs the command. Returns what to print, and whether something was written. */
export async function runNew(args: readonly string[], folder: string, today: string): Promise<{ good: boolean; output: string }> {
  const [kind = '', id = '', lang] = args;
  const refuse = (reason: string) => ({ good: false, output: `${reason}\n\n${USAGE}` });
  if (!kind) return refuse('Name the kind and the id.');
  if (kind !== 'base' && !isKind(kind)) {
    const near = closestNames(kind, [...NEW_KINDS, 'base']);
    return refuse(`There is no kind “${kind}”.${near.length ? ` Did you mean ${near.join(', or ')}?` : ''}`);
  }
  if (!id) return refuse(kind === 'base' ? 'Name the folder of the new base.' : 'Name the id.');
  return isKind(kind) ? writeEntry(folder, { kind, id, lang, today }) : writeBase(id, today);
}

const isKind = (kind: string): kind is NewKind => (NEW_KINDS as readonly string[]).includes(kind);

async function writeEntry(folder: string, entry: Parameters<typeof newEntry>[1]): Promise<{ good: boolean; output: string }> {
  const content = await loadContent(folder, '/');
  const { diagnostics } = await checkContent(content);
  const files = (await contentFiles(folder)).filter((file) => /\.(?:mdx|yaml)$/.test(file));
  if (!content.isKnown) return { good: false, output: `${folder}/site.yaml cannot be read; npm run check says why. No file was changed.` };
  const texts = new Map(await Promise.all(files.map(async (file) => [file, await readFile(join(folder, file), 'utf8')] as const)));
  const written = newEntry({ site: content.site, stored: content.stored, texts }, entry);
  if (typeof written === 'string') return { good: false, output: `${written} No file was changed.` };
  await writeTexts(folder, written);
  const lines = [...written.keys()].map((file) => `${texts.has(file) ? 'Changed' : 'Wrote'} ${folder}/${file}`);
  // Only where they were up to date: what else the writer has under way is not published by this.
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

async function writeBase(folder: string, today: string): Promise<{ good: boolean; output: string }> {
  const existing = await readdir(folder).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? [] : undefined));
  if (existing === undefined) return { good: false, output: `${folder} is not a folder. No file was changed.` };
  if (existing.length > 0) return { good: false, output: `${folder} is not empty. No file was changed.` };
  const files = newBase(basename(resolve(folder)), today);
  await writeTexts(folder, files);
  return {
    good: true,
    output: [
      ...[...files.keys()].map((file) => `Wrote ${join(folder, file)}`),
      `Begin with ${join(folder, 'site.yaml')}. CONTENT_DIR chooses the base of a command, for example: CONTENT_DIR=${folder} npm run check`,
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
