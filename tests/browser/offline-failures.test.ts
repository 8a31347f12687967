/** The service worker in case of errors: a full disk, a broken part, deleted caches, a site that moved. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from 'playwright/test';
import { cacheNames, FIRST, startHost, versions, visit, type ChangingHost } from './changing-host.ts';

test.use({ serviceWorkers: 'allow', reuseContext: false });

let host: ChangingHost;
test.beforeEach(async () => void (host = await startHost()));
test.afterEach(() => host.close());

const packs = (): number => host.asked.filter((path) => path.endsWith('.pack')).length;

/** Sets the free space of the disk, in bytes. */
async function setQuota(page: Page, quotaSize: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(host.url).origin, quotaSize });
}

/** Opens pages until the worker has tried to store the site, then some more; returns the number of loaded parts at both times. */
async function partsLoaded(page: Page): Promise<[number, number]> {
  const paths = ['search/', 'concepts/toll/', 'concepts/ferry/'];
  for (const path of paths) expect((await page.goto(host.url + path))?.status()).toBe(200);
  const isRemembered = () =>
    page.evaluate(async () => (await (await caches.open('/kb/ open')).keys()).some((request) => request.url.includes('?failed=')));
  await expect.poll(isRemembered).toBe(true);
  const before = packs();
  for (const path of paths) expect((await page.goto(host.url + path))?.status()).toBe(200);
  await page.waitForLoadState('networkidle');
  return [before, packs()];
}

test('A reader without free space downloads the site once a day, and no partial cache remains.', async ({ page }) => {
  await page.goto('about:blank');
  await setQuota(page, 100_000);
  const [before, after] = await partsLoaded(page);
  expect(after).toBe(before);
  expect(await versions(page)).toEqual([]);
});

test('A broken part on the host is downloaded once a day, and every page comes from the network.', async ({ page }) => {
  for (const name of readdirSync(join(FIRST, 'offline'))) {
    const bytes = readFileSync(join(FIRST, 'offline', name));
    bytes[bytes.length >> 1]! ^= 1;
    host.changed.set(`offline/${name}`, bytes);
  }
  const [before, after] = await partsLoaded(page);
  expect(after).toBe(before);
  expect(await versions(page)).toEqual([]);
});

test('Caches that the browser deleted are restored at the next visit; with a full disk every page comes from the network.', async ({ page }) => {
  await visit(page, host.url);
  await page.evaluate(async () => void (await Promise.all((await caches.keys()).map((name) => caches.delete(name)))));
  expect((await page.goto(host.url))?.status()).toBe(200);
  await expect.poll(() => cacheNames(page)).toContainEqual(expect.stringMatching(/version/));
  for (const path of ['concepts/toll/', 'no-network/', '?complete'])
    await expect.poll(() => page.evaluate(async (one) => (await caches.match(`/kb/${one}`))?.status, path), path).toBe(200);
  await setQuota(page, 1);
  for (const path of ['', 'concepts/toll/', 'ru/', 'search/?q=toll']) {
    const answer = await page.goto(host.url + path);
    expect(answer?.status(), path).toBe(200);
  }
});

test('After the site moved, the service worker unregisters itself: the second visit follows the redirect.', async ({ page }) => {
  await visit(page, host.url);
  host.isMoved = true;
  await page.goto(host.url);
  await expect.poll(() => versions(page)).toEqual([]);
  await page.goto(`${host.url}concepts/toll/`);
  expect(page.url()).toContain('/new/kb/concepts/toll/');
});
