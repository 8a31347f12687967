/**
 * `npm run bench:search-weight`: measures the transfer size of a search in brotli and the time of a keystroke, for the built site and for a synthetic
 * site of 1,000 pages with the same synonyms; the time and the memory to build the indexes of both; and the transfer size of stock Pagefind. Build
 * first.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { parse } from 'yaml';
import { checkSource } from '../checks/check-source.ts';
import { searchInput, type SearchInput } from '../output/search-index.ts';
import type { Step } from './bench/index-step.ts';
import { syntheticCorpus } from './bench/synthetic-corpus.ts';
import { findBrowser, launchArguments } from './environment/find-chromium.ts';
import { serve } from './serve.ts';
import { weighStock } from './bench/pagefind-baseline-weight.ts';
import { percentiles, transferSize } from './bench/transfer-size.ts';

const PAGES = 1000;
/** The number of first queries, each in a new browser context. One more context runs the other queries. */
const NEWCOMERS = 9;
/** Every n-th of the judged queries is typed, letter by letter. */
const EVERY = 6;
const out = process.env.OUT_DIR ?? 'dist';
const [queries, russian] = await Promise.all(['judged', 'judged-ru'].map(readQueries));
const browser = await chromium.launch({ executablePath: await findBrowser(), args: launchArguments() });
const made = await mkdtemp(join(tmpdir(), 'made-base-'));
try {
  await cp(out, made, { recursive: true, filter: (path) => !/[\\/](?:search-index|pagefind)(?:[\\/]|$)/.test(path) });
  const { site } = await checkSource(process.env.CONTENT_DIR ?? 'content', '/');
  const input = searchInput(site!);
  const indexes = join(made, 'indexes');
  console.log(`Index as built, of one language: ${await buildIndexes(input.slice(0, 1), indexes)}.`);
  console.log(`Indexes as built: ${await buildIndexes(input, indexes)}.`);
  const synthetic = input.map((one) => ({ ...one, pages: syntheticCorpus(one.pages, PAGES) }));
  console.log(`Indexes of ${PAGES} pages: ${await buildIndexes(synthetic, indexes)}.`);
  for (const name of ['pagefind', 'search-index']) await rename(join(indexes, name), join(made, name));
  console.log('Bytes in brotli. First: from the opened dialog to the first results. Later: each later query. Time in ms.');
  const rows = [['base', 'first', 'median', 'most', 'later, median', 'p95', 'most', 'keystroke, median', 'p95', 'most']];
  rows.push(['as built', ...(await measure(browser, out, 'concepts/', queries!))]);
  rows.push(['as built, in Russian', ...(await measure(browser, out, 'ru/concepts/', russian!))]);
  rows.push([`${PAGES} pages`, ...(await measure(browser, made, 'concepts/', queries!))]);
  const stock = await weighStock(browser, out, queries!, NEWCOMERS);
  rows.push(['stock Pagefind', ...stock.row]);
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)));
  for (const row of rows) console.log(row.map((cell, at) => cell.padStart(widths[at]!)).join('  '));
  console.log(`Each first answer of stock Pagefind contains ${stock.fixed} bytes of code and metadata.`);
} finally {
  await browser.close();
  await rm(made, { recursive: true });
}

/** Reads judged queries that are typed. */
async function readQueries(name: string): Promise<string[]> {
  const judged = parse(await readFile(`tests/search/${name}.yaml`, 'utf8')) as { q: string }[];
  return judged.map(({ q }) => q).filter((_, at) => at % EVERY === 0);
}

/** Builds the indexes in a process of its own. Returns the time and the peak memory of the process. */
async function buildIndexes(search: SearchInput[], folder: string): Promise<string> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  const child = fork(new URL('bench/index-step.ts', import.meta.url), {
    serialization: 'advanced',
    execArgv: ['--import', './src/commands/environment/compile-cache.mjs'],
  });
  child.send({ search, folder });
  const failed = once(child, 'exit').then(([code]) => Promise.reject(new Error(`The process that builds the indexes exited with code ${code}.`)));
  const [{ seconds, node, pagefind, together }] = (await Promise.race([once(child, 'message'), failed])) as [Step];
  failed.catch(() => undefined);
  return `${seconds.toFixed(1)} s, at the peak Node ${node.toFixed()} MB and Pagefind ${pagefind.toFixed()} MB, together ${together.toFixed()} MB`;
}

/** Measures the search on a page of a built site. */
async function measure(browser: Browser, folder: string, path: string, typed: readonly string[]): Promise<string[]> {
  const { url, close } = await serve({ folder, port: 0, base: '/' });
  const first: number[] = [];
  const later: number[] = [];
  let page: Page | undefined;
  for (const [at, query] of typed.entries()) {
    if (at < NEWCOMERS) {
      await page?.context().close();
      page = await (await browser.newContext()).newPage();
      await page.goto(url + path);
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
  await type(page!, typed);
  const times = await type(page!, typed);
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

/** Types each query letter by letter, and measures the time from each keystroke to its results. */
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
