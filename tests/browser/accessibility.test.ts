import { expect, test } from 'playwright/test';
import { violations, violationsOnPhone } from './axe.ts';
import { kinds, openSearch } from './sample-pages.ts';

// axe adds a script to the page, which the policy forbids; `policy.test.ts` tests the policy.
test.use({ bypassCSP: true, viewport: { width: 1280, height: 900 } });

for (const place of kinds)
  test(`axe finds no error on ${place}, in light and dark, on a desktop and a phone.`, async ({ page }) => {
    await page.goto(place);
    expect(await violations(page), 'on a desk').toEqual([]);
    expect(await violationsOnPhone(page), 'on a phone').toEqual([]);
  });

test('axe finds no error on a phone with the search open.', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('./');
  await openSearch(page, 'crossing');
  expect(await violations(page)).toEqual([]);
  await page.goto('./search/?q=crossing');
  await expect(page.locator('.results a').first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('axe finds no error with a preview, a note, the anchor menu or the list of shortcuts open, on a desktop and a phone.', async ({ page }) => {
  const preview = page.locator('#preview');
  const menu = page.locator('anchor-menu [popover]');
  await page.goto('./concepts/crossing/');
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
  await page.goto('./concepts/crossing/');
  await page.locator('.footnote-ref').first().click();
  await expect(preview).toBeVisible();
  expect(await violations(page), 'note').toEqual([]);
  await page.keyboard.press('Escape');
  await page.locator('a.anchor-link[href="#definition.2"]').click();
  await expect(menu).toBeVisible();
  expect(await violations(page), 'menu on a phone').toEqual([]);
});

test('axe finds no error with search highlights, or with the table of contents open on a phone.', async ({ page }) => {
  await page.goto('./search/?q=crossing');
  await page.locator('.results a.hit').first().click();
  await expect(page.getByRole('group', { name: 'Results' })).toBeVisible();
  expect(await violations(page), 'marks').toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('./concepts/crossing/');
  await page.locator('summary').first().click();
  expect(await violations(page), 'contents').toEqual([]);
});
