/** `npm run build`: checks the content, renders diagrams and pages, writes share pages, checks the result, and then replaces the old output. */
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as astroBuild } from 'astro';
import type { LaunchOptions } from 'playwright';
import { prepareCheck } from '../checks/check-dist.ts';
import { report, reportWarnings, summary } from '../checks/report.ts';
import { checkContent } from '../checks/check-source.ts';
import { stringsOf } from '../i18n/index.ts';
import { loadContent } from '../content/load-content.ts';
import { basePath, shareContent } from '../content/shared-content.ts';
import { renderMissing } from '../output/render-diagrams.ts';
import { writeOfflineBundle } from '../output/offline-bundle.ts';
import { writeSearchIndex } from '../output/search-index.ts';
import { prepareShares } from '../output/write-share-pages.ts';
import { isPermalinkKind } from '../permalinks/diagnostics.ts';
import { removedShares } from '../permalinks/removed.ts';
import { resolverOf } from '../permalinks/resolver.ts';
import { findBrowser } from './lib/find-chromium.ts';
import { acquireBuildLock } from './lib/build-lock.ts';

/** Adds a stage, from the end of the one before, to the performance timeline, for `npm run bench:build`. */
function stage(name: string): void {
  const former = performance.getEntriesByType('measure').at(-1);
  performance.measure(name, { start: former ? former.startTime + former.duration : 0 });
}

/**
 * Builds the site. With a `printer` it also writes the PDF of the book. Returns false after printing what is wrong; the old output is
 * unchanged then.
 */
export async function build(printer?: LaunchOptions): Promise<boolean> {
  const content = process.env.CONTENT_DIR ?? 'content';
  const isPreview = Boolean(process.env.PREVIEW);
  const out = resolve(process.env.OUT_DIR ?? 'dist');
  const base = basePath();
  const began = performance.now();
  const loaded = await loadContent(content, base);
  shareContent(loaded);
  const checked = await checkContent(loaded);
  stage('check content');
  const isFatal = ({ kind }: { kind: string }): boolean => !(isPreview && isPermalinkKind(kind));
  const drawing = checked.site && !checked.diagnostics.some(isFatal) ? await renderMissing(checked.site, content, findBrowser) : undefined;
  const diagnostics = [...checked.diagnostics, ...(drawing?.diagnostics ?? []).map(({ at, ...rest }) => ({ ...rest, line: 1, column: 1, ...at }))];
  if (diagnostics.length > 0) console.error(report(diagnostics, content));
  if (checked.warnings.length > 0) console.warn(reportWarnings(checked.warnings, content));
  if (diagnostics.some(isFatal)) {
    console.error(summary(diagnostics, checked.files));
    return false;
  }
  if (diagnostics.length > 0) console.error('This is a preview: its new addresses are not permanent yet.');
  const writeShares = prepareShares(loaded.site, stringsOf, {
    address: process.env.SITE_URL,
    moved: removedShares(resolverOf(loaded.site, loaded.stored)),
  });
  const building = `${out}.building`;
  const former = `${out}.former`;
  const release = await acquireBuildLock();
  try {
    await rm(building, { recursive: true, force: true });
    // The pages only link to the PDF if the build makes it. The link check would report it otherwise.
    if (printer) process.env.PDF = '1';
    // Astro caches parsed content and does not notice a changed schema.
    await astroBuild({ outDir: building, logLevel: 'error', force: true });
    stage('render');
    const checkAll = prepareCheck(building, base);
    if (printer) await (await import('../output/pdf.ts')).writePdfs(building, base, printer);
    await writeSearchIndex(building, checked.site!);
    stage('search index');
    await writeOfflineBundle(building);
    stage('offline bundle');
    const shares = await writeShares(building);
    stage('share pages');
    const errors = await checkAll(shares);
    stage('check output');
    if (errors.length > 0) {
      console.error(errors.join('\n'));
      console.error(`${errors.length} errors in the built site. The old output is unchanged.`);
      return false;
    }
    await rm(former, { recursive: true, force: true });
    await rename(out, former).catch(() => undefined);
    await rename(building, out);
    await rm(former, { recursive: true, force: true });
    console.log(`Built the site and ${shares.length} share pages into ${out} in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
    return true;
  } finally {
    await rm(building, { recursive: true, force: true });
    await release();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const good = await build().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return false;
  });
  process.exitCode = good ? 0 : 1;
}
