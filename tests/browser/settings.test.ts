import { expect, test, type Page } from 'playwright/test';
import { kinds } from './sample-pages.ts';

/** The text of a page in document order, without white space. */
const words = (page: Page) => page.locator('main').evaluate((main) => main.textContent!.replaceAll(/\s+/g, ''));

test.describe('Without styles, pictures and scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('Every kind of page has the same text in the same order, with its title first.', async ({ page, browser, baseURL }) => {
    const whole = await (await browser.newContext({ baseURL: baseURL! })).newPage();
    await page.route(/\.(?:css|woff2|svg|png)$/, (route) => route.abort());
    for (const place of kinds.filter((one) => !/search|404/.test(one))) {
      await page.goto(place);
      await whole.goto(place);
      expect(await words(page), place).toBe(await words(whole));
      const order = await page
        .locator('main h1, main .prose, main .related, main .answer-history, main .explanation')
        .evaluateAll((parts) => parts.map(({ tagName }) => tagName));
      expect(order[0], place).toBe('H1');
      await expect(page.locator('.site-header a').first(), place).toBeVisible();
    }
    await whole.context().close();
  });
});

test('At 200 % and in a window of 320 pixels nothing is cut off and nothing scrolls sideways.', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL: baseURL!, viewport: { width: 640, height: 512 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  for (const width of [640, 320]) {
    await page.setViewportSize({ width, height: 512 });
    for (const place of kinds) {
      await page.goto(place);
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll('main p, main li, main dd, main h1, main h2')]
          .filter((part) => !part.closest('.diagram, table, [hidden], details') && part.getBoundingClientRect().right > innerWidth + 1)
          .map((part) => part.textContent!.slice(0, 60)),
      );
      expect(cut, `${place} at ${width}`).toEqual([]);
    }
  }
  await context.close();
});

test('With reduced motion there is no animation between pages.', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('./concepts/crossing/');
  const rules = await page.evaluate(() => matchMedia('(prefers-reduced-motion: no-preference)').matches);
  expect(rules).toBe(false);
  const smooth = await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior);
  expect(smooth).toBe('auto');
});

test('More contrast makes the page black on white, white on black.', async ({ page }) => {
  for (const [scheme, ground, ink] of [
    ['light', 'rgb(255, 255, 255)', 'rgb(0, 0, 0)'],
    ['dark', 'rgb(0, 0, 0)', 'rgb(255, 255, 255)'],
  ] as const) {
    await page.emulateMedia({ colorScheme: scheme, contrast: 'more' });
    await page.goto('./concepts/crossing/');
    const { backgroundColor, color } = await page.evaluate(() => {
      const style = getComputedStyle(document.documentElement);
      return { backgroundColor: style.backgroundColor, color: style.color };
    });
    expect([backgroundColor, color]).toEqual([ground, ink]);
  }
});

test('In forced colours the certainty, the current section and the levels keep their labels.', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('./concepts/crossing/');
  await expect(page.locator('.page-status .certainty')).toBeVisible();
  await page.goto('./decide/may-cross/');
  for (const level of await page.locator('.outcomes .level').all()) await expect(level).not.toBeEmpty();
});
