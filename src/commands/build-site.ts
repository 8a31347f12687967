/**
 * The steps of `npm run build`: checks the content, renders diagrams and pages, writes share pages, checks the result, and then replaces the old
 * output. One file, because it shows the order of the steps.
 */
import { hash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import type { Worker } from 'node:worker_threads';
import type { LaunchOptions } from 'playwright';
import { cacheOf } from '../cache/disk-cache.ts';
import { checkDist } from '../checks/check-dist.ts';
import { finishBook } from '../checks/finish-book.ts';
import { report, reportWarnings, summary } from '../checks/report.ts';
import { checkContent } from '../checks/check-source.ts';
import { stringsOf } from '../i18n/index.ts';
import { loadContent } from '../content/load-content.ts';
import { bookPages } from '../components/book-pages.ts';
import { existingPages } from '../components/existing-pages.ts';
import { markdownVersions } from '../components/markdown-versions.ts';
import { pagesToRender } from '../components/pages-to-render.ts';
import { contentFiles } from '../content/content-files.ts';
import { basePath, shareContent } from '../content/shared-content.ts';
import type { Site } from '../model/site.ts';
import { startBackground, type Background } from '../output/background.ts';
import { precompress, writeHostingFiles } from '../output/hosting-files.ts';
import { keepHashed, listFiles, writeInventory } from '../output/inventory.ts';
import { packFiles, writeOfflineBundle } from '../output/offline-bundle.ts';
import { renderMissing } from '../output/render-diagrams.ts';
import { startPageWorkers, type PageWorkers } from '../checks/page-workers.ts';
import { searchInput } from '../output/search-index.ts';
import { writeMarkdown } from '../output/write-markdown.ts';
import { compileOnly, openRenderedPages } from '../output/rendered-pages.ts';
import { shareInput, sharePages } from '../output/write-share-pages.ts';
import { isPermalinkKind } from '../permalinks/diagnostics.ts';
import { removedShares } from '../permalinks/removed.ts';
import { resolverOf } from '../permalinks/resolver.ts';
import type { Stored } from '../permalinks/storage.ts';
import { setEngineFlags } from './environment/engine-flags.ts';
import { findBrowser } from './environment/find-chromium.ts';
import { acquireBuildLock } from './output-folder/build-lock.ts';
import { outputFolder, refuseForeign, replaceOutput, restoreFormer } from './output-folder/output-folder.ts';
import { placeholderWarning, readBasePath, readKeep, readSiteUrl } from './environment/settings.ts';

/** The folder of Astro's output. It is in the checkout, because Astro renames files between its folders, which fails across file systems. */
const building = resolve('.astro/building');
/** The folder into which a worker thread writes while Astro renders. It contains the files of the build before the last, which are used again. */
const background = resolve('.astro/background');
/** The output of the build before the last. */
const discarded = resolve('.astro/discarded');

/** For fewer pages than this, starting worker threads takes longer than finishing them. */
const MIN_FOR_WORKERS = 60;

/** Adds a stage to the performance timeline, for `npm run bench:build`. A stage begins at the end of the previous one. */
function stage(name: string): void {
  const former = performance.getEntriesByType('measure').at(-1);
  performance.measure(name, { start: former ? former.startTime + former.duration : 0 });
}

/** Threads that have been started early. `parse` is undefined if pages are cached. */
export interface Threads {
  background: Worker;
  parse: Worker | undefined;
}

/** Builds the site. With a `printer` it also writes the PDF of the book. If there are errors, prints them, keeps the old output and returns false. */
export async function buildSite(content: string, threads: Threads, printer?: LaunchOptions): Promise<boolean> {
  const began = performance.now();
  const { address, builds } = readSettings();
  const out = outputFolder();
  refuseForeign(out, content);
  await restoreFormer(out);
  setEngineFlags(contentFiles(content).length);
  const writing = startBackground(background, threads.background);
  let release: (() => Promise<void>) | undefined;
  let workers: PageWorkers | undefined;
  try {
    const ready = await prepare(content, threads.parse, writing);
    if (!ready) return false;
    const { site, stored } = ready;
    const warning = placeholderWarning(address ?? site.data.address);
    if (warning) console.error(warning);
    release = await acquireBuildLock(undefined, {}, `the build into ${out}`);
    rmSync(building, { recursive: true, force: true });
    if (existsSync(discarded) && !existsSync(background)) renameSync(discarded, background);
    const packed = cacheOf('packed', content);
    writing.writeSearch(searchInput(site, await existingPages()), { index: cacheOf('indexed', content), packed });
    const removed = resolverOf(site, stored);
    const shares = shareInput(site, (lang) => stringsOf(lang, site.data.languages), { address, moved: removedShares(removed) });
    writing.writeShares(shares);
    // Pages link to the PDF only in a build that makes it; otherwise the check would report a dead link.
    if (printer) process.env.PDF = '1';
    const complete = openRenderedPages(content, contentFiles(content));
    const rendered = await pagesToRender();
    compileOnly(rendered.files);
    const trees = site.locales.flatMap((locale) => [...locale.trees.keys()]);
    const isLarge = rendered.params.length + rendered.sources.length + trees.length >= MIN_FOR_WORKERS;
    workers = startPageWorkers(isLarge ? Math.min(3, Math.max(1, availableParallelism() - 1)) : 0, basePath());
    const astro = await import('astro');
    // Astro caches parsed content and does not notice a changed schema, so the cache is cleared.
    await astro.build({ outDir: building, logLevel: 'error', force: true });
    await workers.end();
    writeMarkdown(building, await markdownVersions());
    const store = complete(building, workers.read);
    finishBook(building, await bookPages(), workers.read, basePath());
    stage('render');
    if (printer) await (await import('../output/pdf.ts')).writePdfs(building, basePath(), printer);
    // The background thread may still be writing the search.
    const storing = store();
    // Prevents an unhandled rejection; the `await` below throws the error.
    storing.catch(() => undefined);
    const renderedFiles = listFiles(building);
    const hashes = new Map<string, string>();
    const readHashed = (file: string): Buffer => {
      const bytes = readFileSync(join(building, file));
      hashes.set(file, hash('sha256', bytes));
      return bytes;
    };
    const packing = packFiles(renderedFiles, readHashed, packed);
    packing.catch(() => undefined);
    for (const file of renderedFiles) if (!hashes.has(file)) readHashed(file);
    const written = await writing.moveTo(building);
    stage('search index, share pages');
    const files = [...renderedFiles, ...written.keys()].sort();
    const errors = checkDist(building, basePath(), workers.read, sharePages(shares), files);
    stage('check output');
    if (errors.length > 0) {
      console.error(errors.join('\n'));
      console.error(`${errors.length} errors in the built site. The old output is unchanged.`);
      return false;
    }
    await writeOfflineBundle(building, files, await packing);
    stage('offline bundle');
    await writeHostingFiles(building, site, removed, address);
    if (process.env.PRECOMPRESS) await precompress(building);
    writeInventory(building, keepHashed(out, building, builds), new Map([...hashes, ...written]));
    // Another program may have written files there during the build.
    refuseForeign(out, content);
    await storing;
    await replaceOutput(building, out, undefined, discarded);
    console.log(`Built the site and ${shares.shares.length} share pages into ${out} in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
    return true;
  } finally {
    await workers?.end();
    // Without the lock, the folder can be that of another build.
    if (release) await rm(building, { recursive: true, force: true }).catch(() => undefined);
    await release?.();
  }
}

/** Loads Astro and the packages of its settings, which takes a second. */
const loadAstro = (): Promise<unknown> => Promise.all([import('astro'), import('@astrojs/mdx'), import('@astrojs/markdown-remark')]);

/** Reads the settings of the build from the environment, so that an invalid one is reported first. */
function readSettings(): { address: string | undefined; builds: number } {
  const address = readSiteUrl(process.env.SITE_URL);
  if (address) process.env.SITE_URL = address;
  else delete process.env.SITE_URL;
  readBasePath(process.env.BASE_PATH);
  return { address, builds: readKeep(process.env.KEEP) };
}

/** Checks the content and draws new diagrams. Prints the errors and returns undefined if there are any. */
async function prepare(
  content: string,
  parser: Worker | undefined,
  writing: Background,
): Promise<{ site: Site; stored: Stored | undefined } | undefined> {
  const isPreview = Boolean(process.env.PREVIEW);
  const loaded = await loadContent(content, basePath(), { parser, meanwhile: loadAstro });
  shareContent(loaded);
  // The thread has nothing to do before the search. If it is not ready when the first page needs a reference, this thread formats them too.
  writing.formatReferences(
    content,
    [...(loaded.site.locales[0]?.sources.values() ?? [])].map(({ id, data }) => ({ id, data })),
  );
  const checked = await checkContent(loaded);
  stage('check content');
  const isFatal = ({ kind }: { kind: string }): boolean => !(isPreview && isPermalinkKind(kind));
  const drawing = checked.site && !checked.diagnostics.some(isFatal) ? await renderMissing(checked.site, content, findBrowser) : undefined;
  const diagnostics = [...checked.diagnostics, ...(drawing?.diagnostics ?? []).map(({ at, ...rest }) => ({ ...rest, line: 1, column: 1, ...at }))];
  if (diagnostics.length > 0) console.error(report(diagnostics, content));
  if (checked.warnings.length > 0) console.warn(reportWarnings(checked.warnings, content));
  if (diagnostics.some(isFatal)) {
    console.error(`${summary(diagnostics, checked.files)} Nothing was built.`);
    return undefined;
  }
  if (diagnostics.length > 0) console.error('This is a preview: its new addresses are not permanent yet.');
  return { site: checked.site!, stored: loaded.stored };
}
