import { expect, test } from 'playwright/test';
import { kinds } from './sample-pages.ts';

test.use({ javaScriptEnabled: false });

test('Text, notes, citations and links work without scripts.', async ({ page }) => {
  await page.goto('./concepts/crossing/');
  await expect(page.locator('h1')).toHaveText('Crossing');
  await expect(page.locator('.footnotes li').first()).toBeVisible();
  await expect(page.locator('.cite a').first()).toBeVisible();
  await page.locator('.footnote-ref').first().click();
  await expect(page).toHaveURL(/#fn-/);
  await page.locator('[data-footnote-backref]').first().click();
  await expect(page).toHaveURL(/#fnref-/);
});

test('A tree has its drawing and its lists without scripts, and a node of the drawing links to its question.', async ({ page }) => {
  await page.goto('./decide/may-cross/');
  await expect(page.locator('.tree-list > li')).toHaveCount(7);
  await expect(page.locator('.outcomes .fold p').first()).toBeHidden();
  await page.locator('.outcomes .fold > summary').first().click();
  await expect(page.locator('.outcomes .fold p').first()).toBeVisible();
  await page.locator('#tree-drawing > summary').click();
  await page.locator('.diagram [data-node="tide"]').click();
  await expect(page).toHaveURL(/decide\/may-cross\/#tide$/);
  await expect(page.locator('h3#tide')).toBeInViewport();
});

test('Without scripts no page shows a control that does nothing.', async ({ page }) => {
  // A translation has the controls of its original.
  for (const path of kinds.filter((one) => !one.startsWith('./ru/'))) {
    await page.goto(path);
    const shown = await page
      .locator('button, input, select')
      .evaluateAll((all) => all.filter((one) => one.checkVisibility({ visibilityProperty: true })).map((one) => one.outerHTML));
    expect(shown, path).toEqual([]);
  }
});

test('The search page lists every page and source without scripts.', async ({ page }) => {
  await page.goto('./search/');
  expect(await page.locator('.az a').count()).toBeGreaterThan(20);
  await expect(page.locator('noscript p')).toContainText('Search needs JavaScript');
  await expect(page.locator('noscript p')).toBeVisible();
});
