/** Reading without a network, and two successive versions of a site at one address. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test, type BrowserContext, type Page } from 'playwright/test';
import { FIRST, LATER, startHost, versions, visit, type ChangingHost } from './changing-host.ts';
import { listen } from './sample-pages.ts';

test.use({ serviceWorkers: 'allow', reuseContext: false });

const toll = 'concepts/toll/';
const parts = readdirSync(join(FIRST, 'offline'));
const newParts = readdirSync(join(LATER, 'offline')).filter((name) => !parts.includes(name));

test.describe('A stored site', () => {
  test.describe.configure({ mode: 'serial' });

  let host: ChangingHost;
  let context: BrowserContext;
  /** Two pages that were open during the download. */
  let page: Page;
  let other: Page;
  let messages: string[];

  test.beforeAll(async ({ browser }) => {
    host = await startHost();
    context = await browser.newContext({ serviceWorkers: 'allow' });
    other = await context.newPage();
    await other.goto(host.url + toll);
    page = await context.newPage();
    messages = await listen(page);
    await visit(page, host.url);
  });
  test.afterAll(async () => {
    await context.close();
    await host.close();
  });

  test('Share pages, the book and files for other programs are not stored.', async () => {
    const kept = await page.evaluate(async () => {
      const names = await caches.keys();
      const cache = await caches.open(names.find((name) => name.includes('version'))!);
      return (await cache.keys()).map(({ url }) => new URL(url).pathname);
    });
    expect(kept).toContain('/kb/concepts/toll/');
    expect(kept.filter((path) => /^\/kb\/(?:s\/|print\/|ru\/print\/|index\.json|sitemap|.*\.pdf)/.test(path))).toEqual([]);
  });

  test('A page that was open during the download loads its files from the cache after the host deleted them.', async () => {
    for (const file of readdirSync(join(FIRST, '_astro')).filter((name) => /search/.test(name))) host.changed.set(`_astro/${file}`, undefined);
    await other.keyboard.press('/');
    await other.locator('.search-dialog input').fill('toll');
    await expect(other.locator('.results a').first()).toBeVisible();
    host.changed.clear();
    await other.close();
  });

  test('A page that was open during the download can search without a network.', async () => {
    await context.setOffline(true);
    await page.keyboard.press('/');
    await page.locator('.search-dialog input').fill('lamp');
    await expect(page.locator('.results a').first()).toBeVisible();
    await context.setOffline(false);
  });

  test('The list of open pages has a limited size.', async () => {
    for (let time = 0; time < 30; time += 1) await page.goto(`${host.url}${toll}?${time}`, { waitUntil: 'commit' });
    const count = (): Promise<number> => page.evaluate(async () => (await (await caches.open('/kb/ open')).keys()).length);
    await expect.poll(count).toBeLessThan(25);
  });

  test('Every page works without a network: other languages, trees, and the search.', async () => {
    messages.length = 0;
    await context.setOffline(true);
    await host.close();
    await page.goto(`${host.url}${toll}#definition`);
    await expect(page.locator('h1')).toHaveText('Toll');
    expect(await page.evaluate(() => document.fonts.check('1rem Literata'))).toBe(true);
    await page.goto(`${host.url}ru/${toll}`);
    await expect(page.locator('h1')).toHaveText('Сбор');
    await page.goto(`${host.url}decide/may-cross/mine/nothing/house/`);
    await expect(page.locator('.verdict .level')).toBeVisible();
    await page.goto(`${host.url}search/?q=lamp`);
    await page.locator('.results .section a, .results a').first().click();
    await expect(page).toHaveURL(/concepts\/crossing/);
    await page.goto(`${host.url}ru/search/?q=${encodeURIComponent('переправы')}`);
    await expect(page.locator('.results a').first()).toHaveText('Переправа');
    expect(messages).toEqual([]);
  });

  test('Without a network, a URL without its slash redirects to its page, and a page that is not stored gets the offline page of its language.', async () => {
    await page.goto(`${host.url}concepts/toll?x=1`);
    expect(page.url()).toBe(`${host.url}concepts/toll/?x=1`);
    for (const [path, lang] of [
      ['print/', 'en'],
      ['s/toll/', 'en'],
      ['no/such/page/', 'en'],
      ['ru/print/', 'ru'],
    ] as const) {
      const answer = await page.goto(host.url + path);
      expect(answer?.status(), path).toBe(503);
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
      await expect(page.locator('h1')).toHaveText(lang === 'ru' ? 'Нет соединения с сетью' : 'You are offline');
    }
    await page.locator('.ways a').last().click();
    await expect(page).toHaveURL(`${host.url}ru/`);
  });
});

test.describe('From the first visit on', () => {
  let host: ChangingHost;
  test.beforeEach(async () => void (host = await startHost()));
  test.afterEach(() => host.close());

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

  const versionIn = (page: Page) => page.locator('.summary').textContent();

  test('The next page gets a new version; an open page keeps its version.', async ({ page, context }) => {
    await visit(page, host.url);
    await page.goto(host.url + toll);
    expect(await versionIn(page)).toContain('costs one coin');
    // The search script of this page is loaded on demand, and must be of the same version; the host no longer has that version.
    host.deployed = LATER;
    expect(await update(page)).toBe('activated');
    const again = await context.newPage();
    await again.goto(host.url + toll);
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
    await visit(page, host.url);
    host.deployed = LATER;
    const path = `offline/${newParts[0]}`;
    const whole = readFileSync(join(LATER, path));
    host.changed.set(path, whole.subarray(0, whole.length - 1000));
    expect(await update(page)).toBe('redundant');
    host.changed.set(path, undefined);
    expect(await update(page)).toBe('redundant');
    await page.goto(host.url + toll);
    expect(await versionIn(page)).toContain('costs one coin');
    host.changed.clear();
    // The broken version is not loaded again for a day.
    expect(await update(page)).toBe('redundant');
    await page.evaluate(async () => void (await caches.delete('/kb/ open')));
    expect(await update(page)).toBe('activated');
    await page.reload();
    expect(await versionIn(page)).toContain('costs two coins');
    await context.setOffline(true);
    await page.goto(`${host.url}concepts/ferry/`);
    await expect(page.locator('h1')).toHaveText('Ferry');
  });

  /** Waits until the idle callbacks of the page have run. */
  const idle = (page: Page) => page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
  const registrations = (page: Page): Promise<number> => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

  test('A reader who saves data, or on a slow or mobile network, downloads the site only on request, and sees its size first.', async ({ page }) => {
    for (const connection of [{ saveData: true, effectiveType: '4g' }, { effectiveType: '3g' }, { effectiveType: '4g', type: 'cellular' }]) {
      await page.addInitScript((value) => Object.defineProperty(navigator, 'connection', { value, configurable: true }), connection);
      for (const path of ['', toll]) {
        await page.goto(host.url + path);
        await idle(page);
        expect(await registrations(page)).toBe(0);
      }
    }
    await page.mouse.wheel(0, 100);
    const button = page.locator('offline-button button');
    await button.scrollIntoViewIfNeeded();
    await expect(button).toHaveText(/reading \(\d\.\d MB\)$/);
    await button.click();
    await expect(page.locator('offline-button output')).toHaveText('The site is saved on this device. You can read it offline.');
    await expect(button).toBeHidden();
  });

  test('A first page loads at most 50 KB in ten seconds, and nothing for offline reading, also after reloads.', async ({ page }) => {
    const bodies: Promise<number>[] = [];
    page.on('requestfinished', (request) => {
      const body = request.response().then((response) => response!.body());
      // A redirect has none.
      bodies.push(body.then((bytes) => brotliCompressSync(bytes).length).catch(() => 0));
    });
    await page.clock.install();
    await page.goto(host.url + toll);
    await page.clock.runFor(10_000);
    await page.waitForLoadState('networkidle');
    expect((await Promise.all(bodies)).reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(50 * 1024);
    await page.reload();
    await page.clock.runFor(10_000);
    await page.waitForLoadState('networkidle');
    expect(await registrations(page)).toBe(0);
    expect(host.asked.filter((path) => path.includes('offline'))).toEqual([]);
  });

  test('An interrupted download continues with the missing parts; a new version loads only the changed parts, and the version without an open page is deleted.', async ({
    page,
  }) => {
    expect(parts.length).toBeGreaterThan(2);
    const names = [...readFileSync(join(FIRST, 'offline.js'), 'utf8').matchAll(/\b[0-9a-f]{16}\b/g)].map(([name]) => `${name}.pack`);
    host.changed.set(`offline/${names.at(-1)!}`, undefined);
    await page.goto(`${host.url}search/`);
    await page.goto(host.url + toll);
    const cached = () => page.evaluate(async () => (await (await caches.open('/kb/ parts')).keys()).length);
    await expect.poll(cached).toBe(parts.length - 1);
    await expect.poll(() => registrations(page)).toBe(0);
    host.changed.clear();
    host.asked.length = 0;
    const loaded = () => host.asked.filter((path) => path.endsWith('.pack'));
    await visit(page, `${host.url}concepts/ferry/`);
    expect(loaded()).toHaveLength(1);
    const before = await versions(page);
    host.deployed = LATER;
    expect(await update(page)).toBe('activated');
    expect(loaded()).toHaveLength(1 + newParts.length);
    await expect.poll(() => versions(page)).toHaveLength(1);
    expect(await versions(page)).not.toEqual(before);
  });
});
