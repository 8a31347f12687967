import { expect, test } from 'playwright/test';

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
  await page.setViewportSize({ width: 1280, height: 600 });
  await page.goto('./concepts/crossing/#doubts');
  const style = (selector: string, name: string): Promise<string> =>
    page.locator(selector).evaluate((one, property) => getComputedStyle(one).getPropertyValue(property), name);
  await expect(page.locator('.toc [aria-current]')).toBeVisible();
  expect(await style('.toc [aria-current]', 'text-decoration-line')).toBe('underline');
  expect(await style('#doubts', 'outline-style')).toBe('solid');
  await page.goto('./decide/may-cross/');
  for (const level of await page.locator('.outcomes .level').all()) await expect(level).not.toBeEmpty();
});
