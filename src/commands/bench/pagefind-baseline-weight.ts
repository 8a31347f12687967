import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page, Request } from 'playwright';
import { serve } from '../serve.ts';
import { indexPages } from './pagefind-baseline.ts';
import { percentiles, transferSize } from './transfer-size.ts';

/** The number of results that are shown at first. */
const SHOWN = 5;
/** Files that depend on the query. */
const LOOKED_UP = /\/(?:index|fragment)\/[^/]+$/;

/**
 * Measures the transfer size of stock Pagefind for the same pages, with default settings and without a UI: code, metadata, index files, the first
 * texts. `fixed` does not depend on the query. Keystrokes are not measured.
 */
export async function weighStock(
  browser: Browser,
  out: string,
  queries: readonly string[],
  newcomers: number,
): Promise<{ row: string[]; fixed: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'stock-search-'));
  await indexPages(out, folder);
  const { url, close } = await serve({ folder, port: 0, base: '/' });
  const first: number[] = [];
  const later: number[] = [];
  let page: Page | undefined;
  let fixed = 0;
  for (const [at, query] of queries.entries()) {
    if (at < newcomers) {
      await page?.context().close();
      page = await (await browser.newContext()).newPage();
      await page.goto(url);
    }
    const requests: Request[] = [];
    const note = (request: Request): void => void requests.push(request);
    page!.context().on('request', note);
    await page!.evaluate(ask, [query, SHOWN] as const);
    page!.context().off('request', note);
    const weights = await Promise.all(requests.map(transferSize));
    const sum = (fits: (url: string) => boolean): number => weights.reduce((all, bytes, one) => all + (fits(requests[one]!.url()) ? bytes : 0), 0);
    if (at === 0) fixed = sum((file) => !LOOKED_UP.test(file));
    (at < newcomers ? first : later).push(sum(() => true));
  }
  await close();
  await rm(folder, { recursive: true });
  return { row: ['', ...percentiles(first, 0, 0.5, 1), ...percentiles(later, 0, 0.5, 0.95, 1), '', '', ''], fixed };
}

async function ask([query, shown]: readonly [string, number]): Promise<void> {
  const path = '/pagefind/pagefind.js';
  const pagefind = (await import(path)) as { search(query: string): Promise<{ results: { data(): Promise<unknown> }[] }> };
  const { results } = await pagefind.search(query);
  await Promise.all(results.slice(0, shown).map((result) => result.data()));
}
