/** The baseline of the search benchmarks: stock Pagefind with two kinds of index, each in `<target>/pagefind` with a page that loads it. */
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { close, createIndex, type PagefindIndex, type PagefindServiceConfig } from 'pagefind';
import type { SearchPage } from '../../output/search-record.ts';

/** Parts of a page that a good Pagefind configuration leaves out: navigation, and repeated text. */
const EXCLUDED = [
  'nav',
  'figure.diagram',
  '.related',
  '.toc',
  '.entry-points',
  '.book',
  '.kicker',
  '.page-status',
  '.fallback',
  '.redirect-anchor',
  '.citations',
  'anchor-menu',
];
/** The kinds of page that are indexed. The others repeat them: paths of answers, lists. */
const INDEXED = /<body class="(?:concept|question|front|article|source|decision|list)[" ]/;

/** Indexes the pages of a built folder. */
export function indexPages(folder: string, target: string): Promise<void> {
  return writeIndex(target, { rootSelector: 'main', excludeSelectors: EXCLUDED }, async (index) => {
    const errors: string[] = [];
    for (const file of await readdir(folder, { recursive: true })) {
      if (!file.endsWith('index.html')) continue;
      const content = await readFile(join(folder, file), 'utf8');
      if (INDEXED.test(content)) errors.push(...(await index.addHTMLFile({ sourcePath: file.split(sep).join('/'), content })).errors);
    }
    return errors;
  });
}

/** Indexes one record per section, with its names, title and context as metadata. `rootOf` returns the path of a language. */
export function indexSections(pages: readonly SearchPage[], target: string, rootOf: (lang: string) => string): Promise<void> {
  return writeIndex(target, {}, async (index) => {
    const errors: string[] = [];
    for (const { path, lang, records } of pages) {
      for (const { id, title, names, context, blocks } of records) {
        const meta = { title, names: names.join(', '), context: context.join(', ') };
        const content = blocks.map(({ text }) => text).join('\n') || title;
        const { errors: own } = await index.addCustomRecord({ url: `${rootOf(lang)}${path}${id && `#${id}`}`, content, language: lang, meta });
        errors.push(...own);
      }
    }
    return errors;
  });
}

async function writeIndex(target: string, options: PagefindServiceConfig, fill: (index: PagefindIndex) => Promise<string[]>): Promise<void> {
  const { index, errors } = await createIndex(options);
  if (!index) throw new Error(`Pagefind could not build the index: ${errors.join('; ')}`);
  // Pagefind resolves with errors instead of rejecting.
  const all = [...errors, ...(await fill(index)), ...(await index.writeFiles({ outputPath: `${target}/pagefind` })).errors];
  await close();
  if (all.length > 0) throw new Error(`Pagefind could not build the index: ${all.join('; ')}`);
  await writeFile(`${target}/index.html`, '<!doctype html><html lang="en"><title>Stock Pagefind</title></html>');
}
