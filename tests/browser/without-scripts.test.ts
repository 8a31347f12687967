import { expect, test } from 'playwright/test';

test.use({ javaScriptEnabled: false });

test('Text, notes, citations and links are all there without scripts.', async ({ page }) => {
  await page.goto('./concepts/extraction/');
  await expect(page.locator('h1')).toHaveText('Extraction');
  await expect(page.locator('.footnotes li').first()).toBeVisible();
  await expect(page.locator('.cite a').first()).toBeVisible();
  await page.locator('.footnote-ref').first().click();
  await expect(page).toHaveURL(/#fn-/);
  await page.locator('[data-footnote-backref]').first().click();
  await expect(page).toHaveURL(/#fnref-/);
});

test('A tree is drawn and listed without scripts, and a node of the drawing leads to its question.', async ({ page }) => {
  await page.goto('./decide/reach/');
  await expect(page.locator('.tree-list > ol > li')).toHaveCount(14);
  await page.locator('.diagram [data-node="terms"]').click();
  await expect(page).toHaveURL(/decide\/reach\/#terms$/);
  await expect(page.locator('h3#terms')).toBeInViewport();
});

test('From the front page a walk leads by links alone to an outcome with its reasons and back.', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('link', { name: 'Yes, AGPL-3.0 only' }).click();
  await page.getByRole('link', { name: 'Its code or other files, inside the student' }).click();
  await page.getByRole('link', { name: 'Copies are given to others' }).click();
  await expect(page.locator('.verdict .level')).toHaveText('Duty');
  await expect(page).toHaveTitle(/^Result: /);
  await expect(page.locator('.explanation > ol > li')).toHaveCount(3);
  await page
    .locator('.explanation > ol > li')
    .nth(1)
    .getByRole('link', { name: /^Change/ })
    .click();
  await expect(page).toHaveURL(/decide\/reach\/yes\/$/);
  await page.goBack();
  await expect(page.locator('.verdict .level')).toHaveText('Duty');
});

test('The search page lists every page and source without scripts.', async ({ page }) => {
  await page.goto('./search/');
  expect(await page.locator('.az a').count()).toBeGreaterThan(190);
  await expect(page.locator('noscript p')).toContainText('Search needs JavaScript');
  await expect(page.locator('noscript p')).toBeVisible();
});
