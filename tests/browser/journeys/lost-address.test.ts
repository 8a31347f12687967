/** An unknown URL: the 404 page, its search, the right page, and a citation of it. */
import { expect, test, type Page } from 'playwright/test';
import { enter, focusError, skipToText } from './keyboard.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const BROKEN = './concepts/emty-crossing.html';
const menu = (page: Page) => page.getByRole('dialog', { name: 'Link, quote, cite' });
const meant = (page: Page) => page.getByRole('list', { name: 'Results' }).getByRole('link', { name: 'Empty crossing', exact: true }).first();

test('With the keyboard: the 404 page searches for the words of the URL, Enter opens the first result, and its title can be cited.', async ({
  page,
}) => {
  await page.goto(BROKEN);
  await expect(page.getByRole('searchbox')).toBeFocused();
  await expect.poll(() => focusError(page)).toBeUndefined();
  await expect(meant(page)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/concepts\/empty-crossing\/$/);
  await expect(page.getByRole('button', { name: 'Next' })).toBeFocused();
  await page.keyboard.press('Escape');
  // From the highlights back to the title.
  await page.reload();
  await skipToText(page);
  await enter(page, page.locator('h1 a.anchor-link'));
  await expect(menu(page).getByRole('button', { name: 'Copy link', exact: true })).toBeFocused();
  const form = menu(page).getByRole('button', { name: 'GOST R 7.0.5-2008' });
  while (!(await form.evaluate((one) => one === document.activeElement))) {
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focusError(page)).toBeUndefined();
  }
  await page.keyboard.press('Enter');
  await expect(menu(page).getByRole('status')).toContainText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/concepts\/empty-crossing\/ \(дата обращения: [\d.]+\)/);
});

test('With a screen reader: the 404 page describes the error and links to other pages, announces the count, and the citations have names.', async ({
  page,
}) => {
  await page.goto(BROKEN);
  await expect(page).toHaveTitle(/^Page not found/);
  await expect(page.locator('main')).toMatchAriaSnapshot(`
    - main:
      - heading "Page not found" [level=1]
      - paragraph: /mistyped or out of date/
      - list:
        - listitem:
          - link "May a ferry cross empty?"
      - search:
        - searchbox /Search for/: emty crossing
      - status: /\\d+ results on \\d+ pages/
      - paragraph: No results for “emty”. Showing results for “empty”.
      - list "Results":
        - listitem:
          - paragraph:
            - link "Empty crossing"
            - text: Concept · Contested · Printed rules
  `);
  await meant(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Empty crossing');
  await page.locator('h1 a.anchor-link').press('Enter');
  await expect(menu(page)).toMatchAriaSnapshot(`
    - dialog "Link, quote, cite":
      - paragraph: empty-crossing
      - list "Cite this page":
        - listitem:
          - button "APA"
        - listitem:
          - button "GOST R 7.0.5-2008"
        - listitem:
          - button "BibTeX"
        - listitem:
          - button "RIS"
        - listitem:
          - button "CSL-JSON"
      - status
  `);
  await page.keyboard.press('Escape');
  await page.getByText('Cite this page').click();
  await expect(page.locator('.citations')).toMatchAriaSnapshot(`
    - group:
      - term: APA
      - definition
      - term: GOST R 7.0.5-2008
      - definition
  `);
});
