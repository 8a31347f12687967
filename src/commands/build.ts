/** `npm run build`: starts the threads, so that they load their modules while this thread loads its own, and builds the site. */
import './environment/without-reports.ts';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { LaunchOptions } from 'playwright';
import { cacheOf } from '../cache/disk-cache.ts';
import { startParseThread } from '../content/parse-thread.ts';
import { startBackgroundThread } from '../output/background-thread.ts';
import { reasonOf } from './environment/failure.ts';

/** Builds the site. With a `printer` it also writes the PDF of the book. If there are errors, prints them, keeps the old output and returns false. */
export async function build(printer?: LaunchOptions): Promise<boolean> {
  const content = process.env.CONTENT_DIR || 'content';
  // A thread for parsing is of no use if the pages are cached.
  const threads = { background: startBackgroundThread(), parse: existsSync(cacheOf('parsed', content)) ? undefined : startParseThread() };
  try {
    const { buildSite } = await import('./build-site.ts');
    return await buildSite(content, threads, printer);
  } finally {
    await Promise.all([threads.background.terminate(), threads.parse?.terminate()]);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const good = await build().catch((error: unknown) => {
    console.error(reasonOf(error));
    return false;
  });
  process.exitCode = good ? 0 : 1;
}
