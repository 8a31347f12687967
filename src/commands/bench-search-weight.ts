/** `npm run bench:search-weight`: what a search loads, in brotli, and how long a keystroke takes, on the built base and on a made one. Build first. */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium, type Browser, type Page } from 'playwright';
import { parse } from 'yaml';
import { checkSource } from '../checks/source.ts';
import { filesOf } from '../output/search-files.ts';
import { searchPages } from '../output/search-records.ts';
import { findBrowser, launchArguments } from './browser.ts';
import { multiply } from './made-base.ts';
import { serve } from './serve.ts';

const PAGES = 1000;
/** Every so many of the judged queries are typed, letter by letter. */
const EVERY = 6;
const out = process.env.OUT_DIR ?? 'dist';
const queries = (parse(await readFile('tests/search/judged.yaml', 'utf8')) as { q: string }[]).map(({ q }) => q).filter((_, at) => at % EVERY === 0);
const browser = await chromium.launch({ executablePath: await findBrowser(), args: launchArguments() });
const made = await mkdtemp(join(tmpdir(), 'made-base-'));
try {
  await cp(out, made, { recursive: true, filter: (path) => !path.includes('search-index') });
  const { site } = await checkSource(process.env.CONTENT_DIR ?? 'content', '/');
  const files = filesOf(multiply(searchPages(site!), PAGES), []);
  for (const [path, text] of files) {
    await mkdir(dirname(join(made, 'search-index', path)), { recursive: true });
    await writeFile(join(made, 'search-index', path), text);
  }
  console.log('Bytes in brotli. First: from the opened dialogue to the first results, everything counted. Later: each further query. Time in ms.');
  const rows = [['base', 'first', 'median', 'most', 'later, median', 'p95', 'most', 'keystroke, median', 'p95', 'most']];
  rows.push(['as built', ...(await measure(browser, out))], [`${PAGES} pages`, ...(await measure(browser, made))]);
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)));
  for (const row of rows) console.log(row.map((cell, at) => cell.padStart(widths[at]!)).join('  '));
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
    // The first few are asked by a reader who comes for the first time, the others one after the other by one reader.
    if (at <= 8) {
      await page?.context().close();
      page = await (await browser.newContext()).newPage();
      await page.goto(`${url}concepts/`);
    }
    const weighed: Promise<number>[] = [];
    const weigh = (request: import('playwright').Request): void => {
      weighed.push(weightOf(request));
    };
    page!.on('requestfinished', weigh);
    if (at <= 8) await page!.keyboard.press('/');
    await page!.locator('.search-dialog input').fill(query);
    await settle(page!);
    page!.off('requestfinished', weigh);
    const sum = (await Promise.all(weighed)).reduce((total, bytes) => total + bytes, 0);
    (at <= 8 ? first : later).push(sum);
  }
  await type(page!, queries);
  const times = await type(page!, queries);
  await close();
  const at = (numbers: number[], share: number): number =>
    numbers.sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))]!;
  const told = (numbers: number[], digits: number, ...shares: number[]): string[] => shares.map((share) => at(numbers, share).toFixed(digits));
  return ['', ...told(first, 0, 0.5, 1), ...told(later, 0, 0.5, 0.95, 1), ...told(times, 1, 0.5, 0.95, 1)];
}

/** Give the weight of what was answered, as a good host sends it; what comes from the cache weighs nothing. */
async function weightOf(request: import('playwright').Request): Promise<number> {
  const body = await (await request.response())?.body().catch(() => undefined);
  return body ? brotliCompressSync(body).length : 0;
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
