/**
 * `npm run bench:lighthouse [--runs=3] [path …]`: runs Lighthouse for mobile on a page of every kind, over HTTP/2 with TLS and brotli, and
 * prints a table of medians. Build first.
 */
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { createSecureServer } from 'node:http2';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import lighthouse, { type Result } from 'lighthouse';
import { chromium } from 'playwright';
import { generate } from 'selfsigned';
import { ensureBrowser, launchArguments } from './environment/find-chromium.ts';
import { samplePages } from './bench/sample-pages.ts';
import { createHandler } from './server/static-files.ts';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const TIMES = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time'] as const;
const HEAD = ['perf.', 'access.', 'practices', 'SEO', 'FCP ms', 'LCP ms', 'TBT ms', 'CLS'];

const { values, positionals } = parseArgs({ options: { runs: { type: 'string', default: '3' } }, allowPositionals: true });
const { OUT_DIR: out = 'dist' } = process.env;
if (!existsSync(join(out, 'index.html'))) throw new Error(`There is no built site in ${out}. Run "npm run build" first.`);
const paths = positionals.length > 0 ? positionals.map((path) => path.replace(/^\//, '')) : await samplePages(out);
const missing = paths.filter((path) => !existsSync(join(out, path.replace(/(^|\/)$/, '$1index.html'))));
if (missing.length > 0) throw new Error(`${out} has no ${missing.map((path) => `/${path}`).join(', ')}. A path looks like concepts/first-steps/.`);
const folder = await mkdtemp(join(tmpdir(), 'compressed-'));
const [port, secure] = [await freePort(), await freePort()];
const browser = await chromium.launch({
  executablePath: await ensureBrowser(),
  args: [...launchArguments(), '--ignore-certificate-errors', `--remote-debugging-port=${port}`],
});
await compress(out, folder);
const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }]);
const server = createSecureServer({ key, cert }, createHandler(folder, '/') as unknown as Parameters<typeof createSecureServer>[1] & RequestListener);
await new Promise<void>((done) => server.listen(secure, 'localhost', done));
try {
  const width = Math.max(...paths.map((path) => path.length)) + 1;
  const print = (first: string, cells: readonly string[]) => console.log([first.padEnd(width), ...cells.map((cell) => cell.padStart(9))].join(' '));
  print('page', HEAD);
  const errors = new Map<string, Set<string>>();
  for (const path of paths) {
    const runs: Result[] = [];
    while (runs.length < Number(values.runs)) runs.push(await measure(`https://localhost:${secure}/${path}`));
    print(`/${path}`, medians(runs));
    for (const { audits, categories } of runs)
      for (const name of CATEGORIES.slice(1))
        for (const { id, weight } of categories[name]!.auditRefs)
          if (weight > 0 && audits[id]!.score === 0) errors.set(audits[id]!.title, (errors.get(audits[id]!.title) ?? new Set()).add(`/${path}`));
  }
  for (const [title, where] of errors) console.log(`${title}: ${[...where].join(' ')}`);
} finally {
  await browser.close();
  server.close();
  await rm(folder, { recursive: true });
}

async function measure(page: string): Promise<Result> {
  const result = await lighthouse(page, { port, logLevel: 'error', onlyCategories: [...CATEGORIES] });
  const error = result?.lhr.runtimeError;
  // The 404 page is measured too; its status is not an error.
  if (!result || (error && !(error.code === 'ERRORED_DOCUMENT_REQUEST' && page.endsWith('/404.html'))))
    throw new Error(`Lighthouse could not measure ${page}: ${error?.message ?? 'no result'}`);
  return result.lhr;
}

/** Returns the median of each metric. */
function medians(runs: readonly Result[]): string[] {
  const median = (of: (run: Result) => number): number => runs.map(of).sort((a, b) => a - b)[runs.length >> 1]!;
  return [
    ...CATEGORIES.map((name) => String(Math.round(100 * median(({ categories }) => categories[name]!.score ?? 0)))),
    ...TIMES.map((name) => median(({ audits }) => audits[name]!.numericValue ?? 0).toFixed(0)),
    median(({ audits }) => audits['cumulative-layout-shift']!.numericValue ?? 0).toFixed(3),
  ];
}

/** Copies the pages and their files, each text also in brotli. */
async function compress(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true, filter: (path) => !path.startsWith(join(from, 's/')) });
  for (const name of await readdir(to, { recursive: true }))
    if (/\.(?:html|css|js|json|svg|txt|xml)$/.test(name)) await writeFile(join(to, `${name}.br`), brotliCompressSync(await readFile(join(to, name))));
}

/** Returns a free port for the remote debugging of the browser. */
function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address() as { port: number };
      probe.close(() => done(free));
    });
  });
}
