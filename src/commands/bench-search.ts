/** `npm run bench:search`: runs the judged queries in a browser, with this search and with stock Pagefind, and prints a table. Build first. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { parse } from 'yaml';
import { checkSource } from '../checks/check-source.ts';
import { hrefOf } from '../model/address.ts';
import type { EntryListItem } from '../views/entry-list.ts';
import { searchPages } from '../output/search-records.ts';
import { findBrowser, launchArguments } from './environment/find-chromium.ts';
import { indexPages, indexSections } from './bench/pagefind-baseline.ts';
import { serve } from './serve.ts';

interface Judged {
  q: string;
  kind: string;
  /** The addresses of correct answers. */
  answers: string[];
  /** Whether the query is held out: not used for tuning. */
  apart?: boolean;
  /** Whether all answers must be returned. */
  all?: boolean;
}

/** Returns the addresses of the results of a query, in order. */
type Answer = (judged: Judged) => Promise<string[]>;

const out = process.env.OUT_DIR ?? 'dist';
const base = `/${process.env.BASE_PATH ?? ''}/`.replace(/\/{2,}/g, '/');
const judged = parse(await readFile('tests/search/judged.yaml', 'utf8')) as Judged[];
const content = (await checkSource(process.env.CONTENT_DIR ?? 'content', '/')).site!;
const folders = [await mkdtemp(join(tmpdir(), 'stock-pages-')), await mkdtemp(join(tmpdir(), 'stock-sections-'))] as const;
await indexPages(out, folders[0]);
await indexSections(searchPages(content), folders[1], (lang) => hrefOf(content.routes, lang, ''));
const site = await serve({ folder: out, port: 0, base });
const stock = await Promise.all(folders.map((folder) => serve({ folder, port: 0, base: '/' })));
const browser = await chromium.launch({ executablePath: await findBrowser(), args: launchArguments() });
try {
  const listed = JSON.parse(await readFile(join(out, 'index.json'), 'utf8')) as EntryListItem[];
  const addresses = new Map<string, string>();
  for (const { id, url } of listed) {
    const { pathname, hash } = new URL(url);
    if (!addresses.has(pathname + hash)) addresses.set(pathname + hash, id);
  }
  /** Returns the address of a result; for a block, the address of its section. */
  const addressOf = (href: string): string => {
    const { pathname, hash: whole } = new URL(href, site.url);
    const hash = whole.replace(/^#intro\.\d+$/, '');
    return addresses.get(pathname + hash) ?? addresses.get(pathname + hash.replace(/\.\d+$/, '')) ?? pathname + hash;
  };
  const searches: Answer[] = [await askHere(await browser.newPage(), addressOf)];
  for (const { url } of stock) searches.push(await askStock(await browser.newPage(), url, addressOf));
  const shown = new Map<Judged, string[][]>();
  for (const one of judged) {
    const answers: string[][] = [];
    for (const ask of searches) answers.push(await ask(one));
    shown.set(one, answers);
  }
  const rows = [['', '', 'n', ...searches.flatMap((_, at) => [...(at > 0 ? ['|'] : []), 'success@1', 'success@3', 'MRR@10', 'none', 'all'])]];
  for (const [name, part] of [
    ['tuned on', judged.filter(({ apart }) => !apart)],
    ['kept apart', judged.filter(({ apart }) => apart)],
  ] as const) {
    for (const kind of ['all kinds', ...new Set(part.map((one) => one.kind))]) {
      const asked = part.filter((one) => kind === 'all kinds' || one.kind === kind);
      const measured = searches.flatMap((_, at) => [
        ...(at > 0 ? ['|'] : []),
        ...scores(asked.map((one) => ({ judged: one, shown: shown.get(one)![at]! }))),
      ]);
      rows.push([name, kind, String(asked.length), ...measured]);
    }
  }
  console.log('Columns: this search; stock Pagefind on whole pages; stock Pagefind with one record per section and names as metadata.');
  console.log('“all”: phrases for which all answers were shown.');
  print(rows);
} finally {
  await browser.close();
  await site.close();
  for (const { close } of stock) await close();
  for (const folder of folders) await rm(folder, { recursive: true });
}

/** Searches on the search page and reads the results. */
async function askHere(page: Page, addressOf: (href: string) => string): Promise<Answer> {
  await page.goto(`${site.url}search/`);
  await page.waitForFunction(() => customElements.get('search-panel'));
  return async ({ q, all }) => {
    const hrefs = await page.evaluate(
      async ([query, everything]) => {
        const panel = document.querySelector('main search-panel') as HTMLElement & { show(state: { q: string }): void; settled: Promise<void> };
        panel.show({ q: query });
        await panel.settled;
        const more = (): HTMLElement | null => (everything ? panel.querySelector<HTMLElement>('.more') : null);
        for (let button = more(); button; button = more()) {
          button.click();
          await panel.settled;
        }
        return [...panel.querySelectorAll<HTMLAnchorElement>('a.hit')].map(({ href }) => href);
      },
      [q, Boolean(all)] as const,
    );
    return hrefs.map(addressOf);
  };
}

/** Searches as Pagefind's own UI does: results in order, and of each the three sections with most matches. */
async function askStock(page: Page, url: string, addressOf: (href: string) => string): Promise<Answer> {
  await page.goto(url);
  return async ({ q, all }) => {
    const hrefs = await page.evaluate(
      async ([query, everything]) => {
        const path = '/pagefind/pagefind.js';
        const pagefind = (await import(path)) as {
          search(query: string): Promise<{ results: { data(): Promise<{ url: string; sub_results: { url: string; locations: number[] }[] }> }[] }>;
        };
        const { results } = await pagefind.search(query);
        const pages = await Promise.all(results.slice(0, everything ? 1000 : 10).map((result) => result.data()));
        return pages.flatMap(({ url, sub_results: sections }) => {
          const best = sections.sort((a, b) => b.locations.length - a.locations.length).slice(0, everything ? 1000 : 3);
          return best.length > 0 ? best.map((section) => section.url) : [url];
        });
      },
      [q, Boolean(all)] as const,
    );
    return hrefs.map((href) => addressOf(base + href.replace(/^\//, '')));
  };
}

/** Returns success@1, success@3, MRR@10, the share without a result, and the number of phrases with all answers. */
function scores(asked: { judged: Judged; shown: string[] }[]): string[] {
  const ranks = asked.map(({ judged: { answers }, shown }) => shown.slice(0, 10).findIndex((address) => answers.includes(address)) + 1);
  const share = (fits: (rank: number) => boolean): string => (ranks.filter(fits).length / ranks.length).toFixed(3);
  const whole = asked.filter(({ judged: { all } }) => all);
  const complete = whole.filter(({ judged: { answers }, shown }) => answers.every((address) => shown.includes(address)));
  return [
    share((rank) => rank === 1),
    share((rank) => rank > 0 && rank <= 3),
    (ranks.reduce((sum, rank) => sum + (rank > 0 ? 1 / rank : 0), 0) / ranks.length).toFixed(3),
    (asked.filter(({ shown }) => shown.length === 0).length / asked.length).toFixed(3),
    whole.length > 0 ? `${complete.length}/${whole.length}` : '',
  ];
}

function print(rows: string[][]): void {
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)));
  for (const row of rows) console.log(row.map((cell, at) => (at < 2 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join('  '));
}
