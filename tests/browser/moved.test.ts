/** Passages that have moved, opened at their old addresses. */
import { expect, test } from 'playwright/test';

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled, viewport: { width: 390, height: 600 } });

    test('A link to a passage that is gone scrolls to what took its place, with one quiet line above it.', async ({ page }) => {
      await page.goto('./concepts/toll/#definition.2');
      const line = page.locator('.redirect-anchor:visible');
      await expect(line).toHaveText(/was moved here, or merged into this one, on .*2026/);
      await expect(line).toBeInViewport();
      await expect(page.locator('.redirect-anchor:target + *')).toBeInViewport();
      await page.goto('./concepts/toll/#late');
      await expect(page.locator('.redirect-anchor:visible')).toHaveCount(0);
    });
  });

test('A link to a passage of a renamed page leads to that passage under the new name, and Back leads to where one came from.', async ({ page }) => {
  await page.goto('./');
  const home = page.url();
  await page.goto('./concepts/jetty/#taken');
  await expect(page).toHaveURL(`${home}concepts/landing-stage/#taken`);
  await expect(page.locator('#taken')).toBeInViewport();
  await page.goBack();
  await expect(page).toHaveURL(home);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('The old page shows the one link that its fragment asks for.', async ({ page }) => {
    await page.goto('./concepts/jetty/#taken');
    await expect(page.locator('.redirect-anchor:visible a')).toHaveAttribute('href', '/kb/concepts/landing-stage/#taken');
  });
});
