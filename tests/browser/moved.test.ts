/** Passages that have moved, opened at their old addresses. */
import { expect, test } from 'playwright/test';

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled, viewport: { width: 390, height: 600 } });

    test('A link to a removed passage scrolls to its replacement, with one notice above it.', async ({ page }) => {
      await page.goto('./concepts/toll/#definition.2');
      const line = page.locator('.redirect-anchor:visible');
      await expect(line).toHaveText(/was moved here, or merged into this one, on .*2026/);
      await expect(line).toBeInViewport();
      await expect(page.locator('.redirect-anchor:target + *')).toBeInViewport();
      await page.goto('./concepts/toll/#late');
      await expect(page.locator('.redirect-anchor:visible')).toHaveCount(0);
    });
  });

test('A link to a passage of a renamed page redirects to that passage on the new page, and Back returns to the previous page.', async ({ page }) => {
  await page.goto('./');
  const home = page.url();
  await page.goto('./concepts/jetty/#taken');
  await expect(page).toHaveURL(`${home}concepts/landing-stage/#taken`);
  await expect(page.locator('#taken')).toBeInViewport();
  await page.goBack();
  await expect(page).toHaveURL(home);
});

test.describe('Without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('The old page shows only the link of its fragment.', async ({ page }) => {
    await page.goto('./concepts/jetty/#taken');
    await expect(page.locator('.redirect-anchor:visible a')).toHaveAttribute('href', '/kb/concepts/landing-stage/#taken');
  });
});
