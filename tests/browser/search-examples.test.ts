import { expect, test } from 'playwright/test';

test('Each example below the empty search field has results, which replace the examples.', async ({ page }) => {
  await page.goto('./search/');
  const examples = page.locator('.examples a');
  await expect(examples.first()).toBeVisible();
  for (const href of await examples.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))) {
    await page.goto(href);
    await expect(page.locator('.results > li').first()).toBeVisible();
    await expect(examples.first()).toBeHidden();
  }
});
