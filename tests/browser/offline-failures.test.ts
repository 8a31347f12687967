/** The service worker in case of errors: a full disk, a broken part, deleted caches, a site that moved, pages that are not stored. */
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from 'playwright/test';
import { createHandler } from '../../src/commands/server/static-files.ts';
import { builtSite } from '../sites.ts';

test.use({ serviceWorkers: 'allow' });
let folder: string;
let served: string;
let url: string;
let close: () => Promise<void>;
/** The requested paths, below the base path. */
let asked: string[];
/** When true, the host redirects to another address. */
let isMoved: boolean;

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'offline-failures-'));
  served = join(folder, 'served');
  cpSync(await builtSite('ferry'), served, { recursive: true });
  asked = [];
  isMoved = false;
  const answer = createHandler(served, '/kb/');
  const server = createServer((request, response) => {
    asked.push(request.url!.replace('/kb/', ''));
    if (request.url!.startsWith('/new/')) return void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<title>New</title>');
    if (isMoved && request.url === '/kb/offline.js') return void response.writeHead(404).end();
    if (isMoved) return void response.writeHead(301, { Location: `/new${request.url}` }).end();
    answer(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://localhost:${(server.address() as { port: number }).port}/kb/`;
  close = () =>
    new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
});

test.afterEach(async () => {
  await close();
  rmSync(folder, { recursive: true });
});

/** The second page registers the worker. */
async function visit(page: Page): Promise<void> {
  await page.goto(`${url}search/`);
  await page.goto(url);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
}

const packs = (): number => asked.filter((path) => path.endsWith('.pack')).length;
const cacheNames = (page: Page): Promise<string[]> => page.evaluate(() => caches.keys());

test('A reader whose disk is full opens every page from the network.', async ({ page }) => {
  await visit(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(url).origin, quotaSize: 1 });
  for (const path of ['', 'concepts/toll/', 'ru/', 'search/?q=toll']) {
    const answer = await page.goto(url + path);
    expect(answer?.status(), path).toBe(200);
  }
});

/** Opens pages until the worker has tried to store the site, then some more; returns the number of loaded parts at both times. */
async function partsLoaded(page: Page): Promise<[number, number]> {
  const paths = ['search/', 'concepts/toll/', 'concepts/ferry/'];
  for (const path of paths) expect((await page.goto(url + path))?.status()).toBe(200);
  const isRemembered = () =>
    page.evaluate(async () => (await (await caches.open('/kb/ open')).keys()).some((request) => request.url.includes('?failed=')));
  await expect.poll(isRemembered).toBe(true);
  const before = packs();
  for (const path of [...paths, ...paths]) expect((await page.goto(url + path, { waitUntil: 'networkidle' }))?.status()).toBe(200);
  return [before, packs()];
}

test('A reader without free space downloads the site once a day, and no partial cache remains.', async ({ page }) => {
  await page.goto('about:blank');
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(url).origin, quotaSize: 100_000 });
  const [before, after] = await partsLoaded(page);
  expect(after).toBe(before);
  expect((await cacheNames(page)).filter((name) => name.includes('version'))).toEqual([]);
});

test('A broken part on the host is downloaded once a day, and every page comes from the network.', async ({ page }) => {
  for (const name of readdirSync(join(served, 'offline'))) {
    const bytes = readFileSync(join(served, 'offline', name));
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(join(served, 'offline', name), bytes);
  }
  const [before, after] = await partsLoaded(page);
  expect(after).toBe(before);
  expect((await cacheNames(page)).filter((name) => name.includes('version'))).toEqual([]);
});

test('Caches that the browser deleted are restored at the next visit.', async ({ page, context }) => {
  await visit(page);
  await page.evaluate(async () => void (await Promise.all((await caches.keys()).map((name) => caches.delete(name)))));
  expect((await page.goto(url))?.status()).toBe(200);
  await expect.poll(() => cacheNames(page)).toContainEqual(expect.stringMatching(/version/));
  await expect.poll(() => page.evaluate(async () => (await caches.match('/kb/concepts/toll/'))?.status)).toBe(200);
  await expect.poll(() => page.evaluate(async () => (await caches.match('/kb/no-network/'))?.status)).toBe(200);
  await context.setOffline(true);
  await page.goto(`${url}concepts/toll/`);
  await expect(page.locator('h1')).not.toBeEmpty();
});

test('After the site moved, the service worker unregisters itself: the second visit follows the redirect.', async ({ page }) => {
  await visit(page);
  isMoved = true;
  await page.goto(url);
  const versions = async () => (await cacheNames(page)).filter((name) => name.includes('version'));
  await expect.poll(versions).toEqual([]);
  await page.goto(`${url}concepts/toll/`);
  expect(page.url()).toContain('/new/kb/concepts/toll/');
});

test('Without a network, a URL without its slash redirects to its page, and a page that is not stored gets the offline page of its language.', async ({
  page,
  context,
}) => {
  await visit(page);
  await context.setOffline(true);
  await close();
  await page.goto(`${url}concepts/toll?x=1`);
  expect(page.url()).toBe(`${url}concepts/toll/?x=1`);
  for (const [path, lang] of [
    ['print/', 'en'],
    ['s/toll/', 'en'],
    ['no/such/page/', 'en'],
    ['ru/print/', 'ru'],
  ] as const) {
    const answer = await page.goto(url + path);
    expect(answer?.status(), path).toBe(503);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(page.locator('h1')).toHaveText(lang === 'ru' ? 'Нет соединения с сетью' : 'You are offline');
  }
  await page.locator('.ways a').last().click();
  await expect(page).toHaveURL(`${url}ru/`);
});

test('The list of open pages has a limited size.', async ({ page }) => {
  await visit(page);
  for (let time = 0; time < 30; time += 1) await page.goto(`${url}concepts/toll/?${time}`, { waitUntil: 'commit' });
  const count = (): Promise<number> => page.evaluate(async () => (await (await caches.open('/kb/ open')).keys()).length);
  await expect.poll(count).toBeLessThan(25);
});

test('A page of the first visit loads its files from the cache after the host deleted them.', async ({ page }) => {
  await visit(page);
  for (const file of readdirSync(join(served, '_astro')).filter((name) => /search/.test(name))) rmSync(join(served, '_astro', file));
  await page.keyboard.press('/');
  await page.locator('.search-dialog input').fill('toll');
  await expect(page.locator('.results a').first()).toBeVisible();
});
