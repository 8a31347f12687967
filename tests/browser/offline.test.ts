/** Reading without a network, and two successive versions of a site at one address. */
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test, type Page } from 'playwright/test';
import { serve, type Serving } from '../../src/commands/serve.ts';
import { builtSite } from '../sites.ts';
import { listen } from './sample-pages.ts';

test.use({ serviceWorkers: 'allow' });
test.describe.configure({ mode: 'serial' });

let folder: string;
let first: string;
let second: string;
let serving: Serving;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'offline-'));
  first = await builtSite('ferry');
  second = await builtSite('ferry-later');
});

test.beforeEach(async () => {
  rmSync(join(folder, 'served'), { recursive: true, force: true });
  cpSync(first, join(folder, 'served'), { recursive: true });
  serving = await serve({ folder: join(folder, 'served'), port: 0, base: '/kb/' });
});
test.afterEach(() => serving.close());
test.afterAll(() => rmSync(folder, { recursive: true }));

/** Replaces the first version by the second, as a deployment does. */
function deploy(): void {
  rmSync(join(folder, 'served'), { recursive: true });
  cpSync(second, join(folder, 'served'), { recursive: true });
}

/** Visits a second page and waits until the site is stored. */
async function visit(page: Page, path = ''): Promise<void> {
  await page.goto(`${serving.url}search/`);
  await page.goto(serving.url + path);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
}

/** Requests a newer worker, as the browser does at a visit, and returns the final state of that worker. */
const update = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const registration = (await navigator.serviceWorker.getRegistration())!;
    const came = new Promise<ServiceWorker>((done) => registration.addEventListener('updatefound', () => done(registration.installing!)));
    await registration.update();
    const worker = await came;
    return new Promise<string>((done) =>
      worker.addEventListener('statechange', () => ['activated', 'redundant'].includes(worker.state) && done(worker.state)),
    );
  });

const toll = 'concepts/toll/';
const versionIn = (page: Page) => page.locator('.summary').textContent();

test('After a second page every page works without a network: other languages, trees, and the search.', async ({ page, context }) => {
  const messages = await listen(page);
  await visit(page);
  await context.setOffline(true);
  await serving.close();
  await page.goto(`${serving.url}${toll}#definition`);
  await expect(page.locator('h1')).toHaveText('Toll');
  expect(await page.evaluate(() => document.fonts.check('1rem Literata'))).toBe(true);
  await page.goto(`${serving.url}ru/${toll}`);
  await expect(page.locator('h1')).toHaveText('Сбор');
  await page.goto(`${serving.url}decide/may-cross/mine/nothing/house/`);
  await expect(page.locator('.verdict .level')).toBeVisible();
  await page.goto(`${serving.url}search/?q=lamp`);
  await page.locator('.results .section a, .results a').first().click();
  await expect(page).toHaveURL(/concepts\/crossing/);
  await page.goto(`${serving.url}ru/search/?q=${encodeURIComponent('переправы')}`);
  await expect(page.locator('.results a').first()).toHaveText('Переправа');
  expect(messages).toEqual([]);
});

test('A page that was open during the download can search without a network.', async ({ page, context }) => {
  await visit(page);
  await context.setOffline(true);
  await page.keyboard.press('/');
  await page.locator('.search-dialog input').fill('lamp');
  await expect(page.locator('.results a').first()).toBeVisible();
});

test('The next page gets a new version; an open page keeps its version.', async ({ page, context }) => {
  await visit(page);
  await page.goto(serving.url + toll);
  expect(await versionIn(page)).toContain('costs one coin');
  // The search script of this page is loaded on demand, and must be of the same version; the host no longer has that version.
  deploy();
  expect(await update(page)).toBe('activated');
  const again = await context.newPage();
  await again.goto(serving.url + toll);
  expect(await versionIn(again)).toContain('costs two coins');
  const asked: string[] = [];
  page.on('response', (response) => asked.push(`${response.status()} ${response.fromServiceWorker()}`));
  await page.keyboard.press('/');
  await page.locator('.search-dialog input').fill('groat');
  await expect(page.locator('.results .snippet').first()).toContainText('one coin');
  expect(asked.length).toBeGreaterThan(3);
  expect(new Set(asked)).toEqual(new Set(['200 true']));
  await again.keyboard.press('/');
  await again.locator('.search-dialog input').fill('groat');
  await expect(again.locator('.results .snippet').first()).toContainText('two coins');
});

test('An incomplete version is not used: all pages stay at the previous one.', async ({ page, context }) => {
  await visit(page);
  deploy();
  const path = newPart();
  const whole = readFileSync(path);
  writeFileSync(path, whole.subarray(0, whole.length - 1000));
  expect(await update(page)).toBe('redundant');
  renameSync(path, `${path}.away`);
  expect(await update(page)).toBe('redundant');
  await page.goto(serving.url + toll);
  expect(await versionIn(page)).toContain('costs one coin');
  writeFileSync(path, whole);
  // The broken version is not loaded again for a day.
  expect(await update(page)).toBe('redundant');
  await page.evaluate(async () => void (await caches.delete('/kb/ open')));
  expect(await update(page)).toBe('activated');
  await page.reload();
  expect(await versionIn(page)).toContain('costs two coins');
  await context.setOffline(true);
  await page.goto(`${serving.url}concepts/ferry/`);
  await expect(page.locator('h1')).toHaveText('Ferry');
});

test('A version without an open page is deleted after the next one is installed.', async ({ page }) => {
  const versions = () => page.evaluate(async () => (await caches.keys()).filter((name) => name.includes('version')));
  await visit(page);
  const before = await versions();
  deploy();
  expect(await update(page)).toBe('activated');
  await expect.poll(versions).toHaveLength(1);
  expect(await versions()).not.toEqual(before);
});

/** Returns the path of a part that only the second version has. */
function newPart(): string {
  const former = new Set(readdirSync(join(first, 'offline')));
  return join(
    folder,
    'served/offline',
    readdirSync(join(second, 'offline')).find((name) => !former.has(name))!,
  );
}

/** Waits until the idle callbacks of the page have run. */
const idle = (page: Page) => page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
const registrations = (page: Page): Promise<number> => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

for (const [reader, connection] of Object.entries({
  'who saves data': { saveData: true, effectiveType: '4g' },
  'on a slow connection': { effectiveType: '3g' },
  'on a mobile network': { effectiveType: '4g', type: 'cellular' },
})) {
  test(`A reader ${reader} downloads the site only on request, and sees its size first.`, async ({ page }) => {
    await page.addInitScript((value) => Object.defineProperty(navigator, 'connection', { value }), connection);
    for (const path of ['', toll, 'concepts/ferry/']) {
      await page.goto(serving.url + path);
      await idle(page);
      expect(await registrations(page)).toBe(0);
    }
    await page.mouse.wheel(0, 100);
    const button = page.locator('offline-button button');
    await button.scrollIntoViewIfNeeded();
    await expect(button).toHaveText(/reading \(\d\.\d MB\)$/);
    await button.click();
    await expect(page.locator('offline-button output')).toHaveText('The site is saved on this device. You can read it offline.');
    await expect(button).toBeHidden();
  });
}

test('A first page loads at most 50 KB in ten seconds, and nothing for offline reading, also after reloads.', async ({ page }) => {
  const bodies: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    const body = request.response().then((response) => response!.body());
    // A redirect has none.
    bodies.push(body.then((bytes) => brotliCompressSync(bytes).length).catch(() => 0));
  });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.clock.install();
  await page.goto(serving.url + toll);
  await page.clock.runFor(10_000);
  await page.waitForLoadState('networkidle');
  expect((await Promise.all(bodies)).reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(50 * 1024);
  await page.reload();
  await page.clock.runFor(10_000);
  await page.waitForLoadState('networkidle');
  expect(await registrations(page)).toBe(0);
  expect(asked.filter((url) => url.includes('offline'))).toEqual([]);
});

test('An interrupted download continues with the missing parts, and a new version loads only the changed parts.', async ({ page }) => {
  const parts = readdirSync(join(folder, 'served/offline'));
  expect(parts.length).toBeGreaterThan(2);
  const names = [...readFileSync(join(folder, 'served/offline.js'), 'utf8').matchAll(/\b[0-9a-f]{16}\b/g)].map(([name]) => `${name}.pack`);
  const last = join(folder, 'served/offline', names.at(-1)!);
  renameSync(last, `${last}.away`);
  await page.goto(`${serving.url}search/`);
  await page.goto(serving.url + toll);
  const cached = () => page.evaluate(async () => (await (await caches.open('/kb/ parts')).keys()).length);
  await expect.poll(cached).toBe(parts.length - 1);
  await expect.poll(() => registrations(page)).toBe(0);
  renameSync(`${last}.away`, last);
  const loaded: string[] = [];
  page.context().on('request', (request) => request.url().endsWith('.pack') && loaded.push(request.url()));
  await visit(page, 'concepts/ferry/');
  expect(loaded).toHaveLength(1);
  deploy();
  expect(await update(page)).toBe('activated');
  const former = new Set(parts);
  expect(loaded).toHaveLength(1 + readdirSync(join(second, 'offline')).filter((name) => !former.has(name)).length);
});

test('Share pages, the book and files for other programs are not stored.', async ({ page }) => {
  await visit(page);
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const cache = await caches.open(names.find((name) => name.includes('version'))!);
    return (await cache.keys()).map(({ url }) => new URL(url).pathname);
  });
  expect(kept).toContain('/kb/concepts/toll/');
  expect(kept.filter((path) => /^\/kb\/(?:s\/|print\/|ru\/print\/|index\.json|sitemap|.*\.pdf)/.test(path))).toEqual([]);
});
