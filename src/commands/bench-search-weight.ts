/**
 * `npm run bench:search-weight`: what a search loads, in brotli, how long a keystroke takes, and what the index costs in the build, on the
 * built site and on one of 1,000 made pages; and what stock Pagefind loads. Build first.
 */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { parse } from 'yaml';
import { checkSource } from '../checks/check-source.ts';
import { filesFor } from '../output/search-index.ts';
import { searchPages } from '../output/search-records.ts';
import { findBrowser, launchArguments } from './lib/find-chromium.ts';
import { syntheticCorpus } from './lib/synthetic-corpus.ts';
import { serve } from './serve.ts';
import { weighStock } from './lib/pagefind-baseline-weight.ts';
import { percentiles, transferSize } from './lib/transfer-size.ts';

const PAGES = 1000;
/** The first few queries are asked by a reader who comes for the first time, the others one after the other by one reader. */
const NEWCOMERS = 9;
/** Every so many of the judged queries are typed, letter by letter. */
const EVERY = 6;
const out = process.env.OUT_DIR ?? 'dist';
const queries = (parse(await readFile('tests/search/judged.yaml', 'utf8')) as { q: string }[]).map(({ q }) => q).filter((_, at) => at % EVERY === 0);
const browser = await chromium.launch({ executablePath: await findBrowser(), args: launchArguments() });
const made = await mkdtemp(join(tmpdir(), 'made-base-'));
try {
  await cp(out, made, { recursive: true, filter: (path) => !/[\\/](?:search-index|pagefind)(?:[\\/]|$)/.test(path) });
  const { site } = await checkSource(process.env.CONTENT_DIR ?? 'content', '/');
  const files = await filesFor(syntheticCorpus(searchPages(site!), PAGES), []);
  for (const [path, content] of files) {
    await mkdir(dirname(join(made, path)), { recursive: true });
    await writeFile(join(made, path), content);
  }
  console.log('Bytes in brotli. First: from the opened dialogue to the first results, everything counted. Later: each further query. Time in ms.');
  const rows = [['base', 'first', 'median', 'most', 'later, median', 'p95', 'most', 'keystroke, median', 'p95', 'most']];
  rows.push(['as built', ...(await measure(browser, out))], [`${PAGES} pages`, ...(await measure(browser, made))]);
  const stock = await weighStock(browser, out, queries, NEWCOMERS);
  rows.push(['stock Pagefind', ...stock.row]);
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)));
  for (const row of rows) console.log(row.map((cell, at) => cell.padStart(widths[at]!)).join('  '));
  console.log(`Of each first answer of stock Pagefind, ${stock.fixed} bytes are its code and metadata, whatever is asked.`);
} finally {
  await browser.close();
  await rm(made, { recursive: true });
}

async function measure(browser: Browser, folder: string): Promise<string[]> {
  const { url, close } = await serve({ folder, port: 0, base: '/' });
  const first: number[] = [];
  const later: number[] = [];
  let page: Page | undefined;
  for (const [at, query] of queries.entries()) {
    if (at < NEWCOMERS) {
      await page?.context().close();
      page = await (await browser.newContext()).newPage();
      await page.goto(`${url}concepts/`);
    }
    const weighed: Promise<number>[] = [];
    const weigh = (request: import('playwright').Request): void => {
      weighed.push(transferSize(request));
    };
    page!.on('request', weigh);
    if (at < NEWCOMERS) await page!.keyboard.press('/');
    await page!.locator('.search-dialog input').fill(query);
    await settle(page!);
    page!.off('request', weigh);
    const sum = (await Promise.all(weighed)).reduce((total, bytes) => total + bytes, 0);
    (at < NEWCOMERS ? first : later).push(sum);
  }
  await type(page!, queries);
  const times = await type(page!, queries);
  await close();
  return ['', ...percentiles(first, 0, 0.5, 1), ...percentiles(later, 0, 0.5, 0.95, 1), ...percentiles(times, 1, 0.5, 0.95, 1)];
}

interface Panel extends HTMLElement {
  settled: Promise<void>;
  input: HTMLInputElement;
}

function settle(page: Page): Promise<void> {
  return page.evaluate(async () => (document.querySelector('dialog search-panel') as Panel).settled);
}

/** Type each query letter by letter, and take the time from each keystroke to its results on the page. */
async function type(page: Page, typed: readonly string[]): Promise<number[]> {
  return page.evaluate(async (texts) => {
    const panel = document.querySelector('dialog search-panel') as Panel;
    const times: number[] = [];
    for (const text of texts) {
      for (let length = 1; length <= text.length; length += 1) {
        panel.input.value = text.slice(0, length);
        const began = performance.now();
        panel.input.dispatchEvent(new Event('input'));
        await panel.settled;
        document.body.getBoundingClientRect();
        times.push(performance.now() - began);
      }
    }
    return times;
  }, typed);
}
