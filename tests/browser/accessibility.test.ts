import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import { expect, test, type APIRequestContext, type Page } from 'playwright/test';
import { kinds, openSearch } from './places.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// axe puts a script into the page, which the policy rightly forbids; the policy has a test of its own.
test.use({ bypassCSP: true, viewport: { width: 1280, height: 900 } });
test.setTimeout(240_000);

/** Run axe on the open page: everything in light, then what colours can change in dark. */
async function violations(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.evaluate(axe);
  const light = await run(page, {});
  await page.emulateMedia({ colorScheme: 'dark' });
  return [...light, ...(await run(page, { runOnly: ['cat.color'] })).map((one) => `in dark, ${one}`)];
}

async function run(page: Page, options: RunOptions): Promise<string[]> {
  const found = await page.evaluate(
    (given) => (window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(given),
    options,
  );
  expect(found.passes.length, 'axe had something to look at').toBeGreaterThan(0);
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) => `${html.slice(0, 160)} ${any[0]?.message ?? ''}`).join(' | ')}`,
  );
}

/** Choose the pages of the sitemap, of the walks, which are made in one mould, every twentieth, and those that stand outside it. */
async function chosen(request: APIRequestContext): Promise<string[]> {
  const xml = await (await request.get('./sitemap-0.xml')).text();
  const paths = [...xml.matchAll(/<loc>[^<]*?\/\/[^/<]+\/([^<]*)<\/loc>/g)].map(([, path]) => `./${path}`);
  const walks = paths.filter((path) => /decide\/[^/]+\/./.test(path));
  const pages = [...paths.filter((path) => !walks.includes(path)), ...walks.filter((_, at) => at % 20 === 0), './search/', './print/', './404.html'];
  expect(pages.length).toBeGreaterThan(150);
  return pages;
}

// In four parts, so that they share the processors.
for (const part of [0, 1, 2, 3]) {
  test(`axe finds nothing on any page of the sitemap, in light and in dark, part ${part + 1} of 4.`, async ({ page, request }) => {
    const found: string[] = [];
    for (const path of (await chosen(request)).filter((_, at) => at % 4 === part)) {
      await page.goto(path);
      found.push(...(await violations(page)).map((one) => `${path} ${one}`));
    }
    expect(found).toEqual([]);
  });
}

test('Whatever can be pressed has room for a thumb, and what scrolls can be reached by key, on every page, 320 pixels wide.', async ({
  page,
  request,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  const found: string[] = [];
  for (const path of await chosen(request)) {
    await page.goto(path);
    await page.evaluate(axe);
    found.push(...(await run(page, { runOnly: ['target-size', 'scrollable-region-focusable'] })).map((one) => `${path} ${one}`));
  }
  expect(found).toEqual([]);
});

test('axe finds nothing on a phone, nor with the search open.', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const place of kinds) {
    await page.goto(place);
    expect(await violations(page), place).toEqual([]);
  }
  await page.goto('./');
  await openSearch(page, 'extraction');
  expect(await violations(page)).toEqual([]);
  await page.goto('./search/?q=extraction');
  await expect(page.locator('.results a').first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('axe finds nothing with a preview, a note, the menu of a passage or the keys open, on a desk and on a phone.', async ({ page }) => {
  const preview = page.locator('#preview');
  const menu = page.locator('anchor-menu [popover]');
  await page.goto('./concepts/extraction/');
  await page.locator('.cite a').first().hover();
  await expect(preview).toBeVisible();
  expect(await violations(page), 'preview').toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.locator('#keys')).toBeVisible();
  expect(await violations(page), 'keys').toEqual([]);
  await page.keyboard.press('Escape');
  await page.locator('a.anchor-link[href="#definition.2"]').click();
  await expect(menu).toBeVisible();
  expect(await violations(page), 'menu').toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('./concepts/extraction/');
  await page.locator('.footnote-ref').first().click();
  await expect(preview).toBeVisible();
  expect(await violations(page), 'note').toEqual([]);
  await page.keyboard.press('Escape');
  await page.locator('a.anchor-link[href="#definition.2"]').click();
  await expect(menu).toBeVisible();
  expect(await violations(page), 'menu on a phone').toEqual([]);
});

test('axe finds nothing where the words of a search are marked, nor with the contents of a page open on a phone.', async ({ page }) => {
  await page.goto('./search/?q=extraction');
  await page.locator('.results a.hit').first().click();
  await expect(page.getByRole('group', { name: 'Results' })).toBeVisible();
  expect(await violations(page), 'marks').toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('./concepts/extraction/');
  await page.locator('summary').first().click();
  expect(await violations(page), 'contents').toEqual([]);
});
