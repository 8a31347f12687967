/** axe on what opens over a page; `kinds.test.ts` runs it on a page of every kind. */
import { expect, test } from 'playwright/test';
import { run } from './axe.ts';
import { openSearch } from './sample-pages.ts';

test('On a phone, in dark, axe finds no error in the search dialog, the results, a note, the anchor menu and the table of contents.', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('./concepts/crossing/');
  await page.locator('.footnote-ref').first().click();
  await expect(page.locator('#preview')).toBeVisible();
  expect(await run(page, {}, '#preview'), 'note').toEqual([]);
  await page.keyboard.press('Escape');
  await page.locator('a.anchor-link[href="#definition.2"]').click();
  await expect(page.locator('anchor-menu [popover]')).toBeVisible();
  expect(await run(page, {}, 'anchor-menu'), 'menu').toEqual([]);
  await page.keyboard.press('Escape');
  await page.locator('summary').first().click();
  expect(await run(page, {}, 'details[open]'), 'contents').toEqual([]);
  await openSearch(page, 'crossing');
  expect(await run(page, {}, '.search-dialog'), 'search').toEqual([]);
  await page.goto('./search/?q=crossing');
  await expect(page.locator('.results a').first()).toBeVisible();
  expect(await run(page, {})).toEqual([]);
});

test('On a desktop, in light, axe finds no error in a preview, the list of shortcuts, the anchor menu and the search highlights.', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto('./search/?q=crossing');
  await page.locator('.results a.hit').first().click();
  await expect(page.getByRole('group', { name: 'Results' })).toBeVisible();
  expect(await run(page, {}), 'marks').toEqual([]);
  await page.locator('.cite a').first().hover();
  await expect(page.locator('#preview')).toBeVisible();
  expect(await run(page, {}, '#preview'), 'preview').toEqual([]);
  await page.keyboard.press('Escape');
  await page.goto('./concepts/crossing/');
  await page.keyboard.press('?');
  await expect(page.locator('#keys')).toBeVisible();
  expect(await run(page, {}, '#keys'), 'keys').toEqual([]);
  await page.keyboard.press('Escape');
  await page.locator('a.anchor-link[href="#definition.2"]').click();
  await expect(page.locator('anchor-menu [popover]')).toBeVisible();
  expect(await run(page, {}, 'anchor-menu'), 'menu').toEqual([]);
});
