import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { close, createIndex } from 'pagefind';

/** What of a page is navigation or stands there a second time; whoever sets Pagefind up well leaves it out. */
const AROUND = [
  'nav',
  'figure.diagram',
  '.around',
  '.contents',
  '.doors',
  '.book',
  '.kicker',
  '.standing',
  '.fallback',
  '.moved',
  '.citations',
  'passage-menu',
];
/** The kinds of page that are searched; walks and lists of everything would only repeat them. */
const READ = /<body class="(?:concept|question|front|article|source|decision|list)[" ]/;

/** Index a built folder with Pagefind as it comes, into `<target>/pagefind`, with a page to run it on: what the search is measured against. */
export async function writeStockIndex(folder: string, target: string): Promise<void> {
  const { index, errors } = await createIndex({ rootSelector: 'main', excludeSelectors: AROUND });
  if (!index) throw new Error(`Pagefind made no index: ${errors.join('; ')}`);
  // Pagefind resolves with errors instead of throwing.
  const all: string[] = [];
  for (const file of await readdir(folder, { recursive: true })) {
    if (!file.endsWith('index.html')) continue;
    const content = await readFile(join(folder, file), 'utf8');
    if (READ.test(content)) all.push(...(await index.addHTMLFile({ sourcePath: file.split(sep).join('/'), content })).errors);
  }
  all.push(...(await index.writeFiles({ outputPath: `${target}/pagefind` })).errors);
  await close();
  if (all.length > 0) throw new Error(`Pagefind made no index: ${all.join('; ')}`);
  await writeFile(`${target}/index.html`, '<!doctype html><html lang="en"><title>Stock Pagefind</title></html>');
}
