/** On a page: a note and its number, a preview, the link of a paragraph. */
import { expect, test, type Page } from 'playwright/test';
import { enter, focusError, skipToText, tabTo } from './keyboard.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const number = (page: Page) => page.locator('.footnote-ref').first();
const note = (page: Page) => page.getByRole('complementary', { name: 'Notes 1' });
const preview = (page: Page) => page.getByRole('complementary', { name: 'Preview' });
const link = (page: Page) => page.locator('.prose > p > a[href*="/concepts/"]').first();
const mark = (page: Page) => page.locator('a.anchor-link[href="#definition.2"]');
const menu = (page: Page) => page.getByRole('dialog', { name: 'Link, quote, cite' });
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test('With the keyboard and notes in a popover: the note gets the focus and returns it.', async ({ page }) => {
  await page.setViewportSize({ width: 834, height: 900 });
  await page.goto('./concepts/crossing/');
  await skipToText(page);
  await enter(page, number(page));
  await expect(note(page)).toBeFocused();
  await expect.poll(() => focusError(page)).toBeUndefined();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement!.closest('#preview') !== null), 'its links come next').toBe(true);
  await page.keyboard.press('Escape');
  await expect(note(page)).toBeHidden();
  await expect(number(page)).toBeFocused();
  await expect.poll(() => focusError(page)).toBeUndefined();
});

test('With the keyboard and notes in the margin: the number links to the note, and the note back.', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('./concepts/crossing/');
  await skipToText(page);
  await enter(page, number(page));
  await expect(page).toHaveURL(/#fn-/);
  await expect(page.locator(':target')).toBeInViewport();
  const back = page.locator(':target [data-footnote-backref]').first();
  expect(await tabTo(page, back)).toBeLessThan(8);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#fnref-/);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(number(page)).toBeFocused();
});

test('With the keyboard: a preview opens on focus and closes with Escape, and the link of a paragraph is three keys away.', async ({ page }) => {
  await page.goto('./concepts/crossing/');
  await skipToText(page);
  await tabTo(page, link(page));
  await expect(preview(page)).toBeVisible();
  await expect.poll(() => focusError(page), { message: 'the preview is not in the way' }).toBeUndefined();
  await page.keyboard.press('Escape');
  await expect(preview(page)).toBeHidden();
  await expect(link(page)).toBeFocused();
  await tabTo(page, page.locator('#definition > a.anchor-link'));
  for (const key of ['ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
  await expect(mark(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(menu(page).getByRole('button', { name: 'Copy link', exact: true })).toBeFocused();
  await expect.poll(() => focusError(page)).toBeUndefined();
  await page.keyboard.press('Enter');
  await expect(menu(page).getByRole('status')).toContainText('Copied');
  expect(await copied(page)).toMatch(/\/concepts\/crossing\/#definition\.2$/);
  await page.keyboard.press('Escape');
  await expect(menu(page)).toBeHidden();
  await expect(mark(page)).toBeFocused();
});

test('With a screen reader: a note has its number as its name, a preview has kind, title and answer, and copying is announced.', async ({ page }) => {
  await page.setViewportSize({ width: 834, height: 900 });
  await page.goto('./concepts/crossing/');
  await expect(page.locator('main')).toMatchAriaSnapshot(`
    - main:
      - paragraph: /Concept/
      - heading "Crossing" [level=1]
      - paragraph: /^A crossing is a move/
      - paragraph:
        - link "Settled"
        - text: /Printed rules Reviewed/
        - time
      - navigation "On this page"
      - heading "What the rules say" [level=2]
      - paragraph:
        - 'link "Passage 1: What the rules say"'
  `);
  await number(page).press('Enter');
  await expect(note(page)).toMatchAriaSnapshot(`
    - complementary "Notes 1":
      - paragraph:
        - link "Notes 1"
      - paragraph:
        - text: /^The coin goes into the box first/
        - link "the toll"
        - link "Rule 9"
        - link "para. 2"
  `);
  await page.keyboard.press('Escape');
  await link(page).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(preview(page)).toMatchAriaSnapshot(`
    - complementary "Preview":
      - paragraph
      - paragraph:
        - link
      - paragraph
  `);
  await page.keyboard.press('Escape');
  await mark(page).press('Enter');
  await menu(page).getByRole('button', { name: 'Copy link', exact: true }).press('Enter');
  await expect(menu(page)).toMatchAriaSnapshot(`
    - dialog "Link, quote, cite":
      - paragraph: crossing.definition.2
      - list:
        - listitem:
          - button "Copy link"
        - listitem:
          - button "Copy link with a preview card"
        - listitem:
          - button "Copy as Markdown link"
        - listitem:
          - button "Copy as quotation"
        - listitem:
          - button "Copy as Markdown quotation"
      - list "Cite this page"
      - status:
        - strong: Copied
        - text: /#definition\\.2/
  `);
});
