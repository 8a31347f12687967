/** `npm run build`: check, draw, render, write share pages, check again; only then does the new output take the old one's place. */
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as astroBuild } from 'astro';
import type { LaunchOptions } from 'playwright';
import { checkDist } from '../checks/check-dist.ts';
import { report, summary } from '../checks/report.ts';
import { checkContent } from '../checks/check-source.ts';
import { stringsOf } from '../i18n/index.ts';
import { loadContent } from '../content/load-content.ts';
import { basePath, shareContent } from '../content/shared-content.ts';
import { renderMissing } from '../output/render-diagrams.ts';
import { writeOfflineBundle } from '../output/offline-bundle.ts';
import { writePdfs } from '../output/pdf.ts';
import { writeSearchIndex } from '../output/search-index.ts';
import { prepareShares } from '../output/write-share-pages.ts';
import { isPermalinkKind } from '../permalinks/diagnostics.ts';
import { removedShares } from '../permalinks/removed.ts';
import { resolverOf } from '../permalinks/resolver.ts';
import { findBrowser } from './lib/find-chromium.ts';
import { acquireBuildLock } from './lib/build-lock.ts';

/**
 * Build the site, and where a `printer` is given, print the whole base with it into the output. Resolves false after printing
 * what is wrong; the last good output is then untouched.
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
  const isFatal = ({ kind }: { kind: string }): boolean => !(isPreview && isPermalinkKind(kind));
  const drawing = checked.site && !checked.diagnostics.some(isFatal) ? await renderMissing(checked.site, content, findBrowser) : undefined;
  const diagnostics = [...checked.diagnostics, ...(drawing?.diagnostics ?? []).map(({ at, ...rest }) => ({ ...rest, line: 1, column: 1, ...at }))];
  if (diagnostics.length > 0) console.error(report(diagnostics, content));
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
    // The pages offer the PDF only in a build that makes it; the check of the links holds them to it.
    if (printer) process.env.PDF = '1';
    // Astro keeps parsed content between builds and does not see when a schema changes what it makes of it.
    await astroBuild({ outDir: building, logLevel: 'error', force: true });
    if (printer) await writePdfs(building, base, printer);
    await writeSearchIndex(building, checked.site!);
    await writeOfflineBundle(building);
    const shares = await writeShares(building);
    const errors = await checkDist(building, base);
    if (errors.length > 0) {
      console.error(errors.join('\n'));
      console.error(`${errors.length} errors in the built site. The last good output is untouched.`);
      return false;
    }
    await rm(former, { recursive: true, force: true });
    await rename(out, former).catch(() => undefined);
    await rename(building, out);
    await rm(former, { recursive: true, force: true });
    console.log(`Built the site and ${shares} share pages into ${out} in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
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
