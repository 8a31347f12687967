/** A Russian word with a typo: to its highlights on the right page, from one to the next, and then on in the text. */
import { expect, test, type Page } from 'playwright/test';
import { focusError, tabTo } from './keyboard.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: /^Search for/ });
const bar = (page: Page) => page.getByRole('group', { name: 'Results' });
const focused = (page: Page) => page.evaluate(() => document.activeElement!.textContent!.toLowerCase());

test('With the keyboard: slash, a word, an arrow, Enter; the keys then move between the highlights, and after Escape in the text.', async ({
  page,
}) => {
  await page.goto('./');
  await page.keyboard.press('/');
  await expect(dialog(page).getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('перправа ');
  await expect(dialog(page).getByRole('status')).toHaveText(/^\d+ results/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const hit = page.locator('.results a.hit').nth(1);
  await expect(hit).toBeFocused();
  await expect.poll(() => focusError(page)).toBeUndefined();
  const to = new URL((await hit.getAttribute('href'))!, page.url());
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(to.href);
  await expect(bar(page).getByRole('button', { name: 'Next' })).toBeFocused();
  await expect.poll(() => focusError(page)).toBeUndefined();
  await expect(bar(page).getByRole('status')).toHaveText(/^\d+ of \d+ matches/);
  const first = (await bar(page).getByRole('status').textContent())!;
  await page.keyboard.press('Enter');
  await expect(bar(page).getByRole('status')).not.toHaveText(first);
  const now = await page.evaluate(() => {
    const [range] = CSS.highlights.get('search-hit-current')! as unknown as Iterable<Range>;
    const { top, bottom } = range!.getBoundingClientRect();
    return { words: String(range).toLowerCase(), seen: top >= 0 && bottom <= innerHeight };
  });
  expect(now.seen).toBe(true);
  await page.keyboard.press('Escape');
  await expect(bar(page)).toHaveCount(0);
  expect(await focused(page)).toContain(now.words);
  await expect.poll(() => focusError(page)).toBeUndefined();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement!.closest('main') !== null)).toBe(true);
});

test('With the keyboard: the highlights can be cleared with their button.', async ({ page }) => {
  await page.goto('./search/?q=crossing');
  await expect(page.locator('.results a.hit').first()).toBeVisible();
  await page.getByRole('searchbox').press('Enter');
  await expect(bar(page).getByRole('button', { name: 'Next' })).toBeFocused();
  await tabTo(page, bar(page).getByRole('button', { name: 'Previous' }), 'Shift+Tab');
  await tabTo(page, bar(page).getByRole('button', { name: 'Clear' }));
  await page.keyboard.press('Enter');
  await expect(bar(page)).toHaveCount(0);
  expect(await focused(page)).toContain('cross');
});

test('With a screen reader: the count and corrections are announced, each result has its page, and each highlight its number.', async ({ page }) => {
  await page.goto('./');
  await page.keyboard.press('/');
  await dialog(page).getByRole('searchbox').fill('перправа ');
  await expect(dialog(page)).toMatchAriaSnapshot(`
    - dialog /Search for/:
      - search:
        - searchbox /Search for/: перправа
      - status: /\\d+ results on \\d+ pages for “перправа”/
      - group "Type"
      - paragraph: No results for “перправа”. Showing results for “переправа”.
      - list "Results":
        - listitem:
          - paragraph:
            - link "Crossing"
            - text: Concept · Settled · Printed rules
      - button "Copy link to this search"
      - button "Close"
  `);
  await expect(dialog(page).locator('[aria-live=polite]')).toContainText('Showing results for “переправа”');
  await dialog(page).getByRole('link', { name: 'What the rules say' }).click();
  await expect(page).toHaveURL(/\/concepts\/crossing\/#definition/);
  await expect(bar(page)).toMatchAriaSnapshot(`
    - group "Results":
      - status: /\\d+ of \\d+ matches/
      - button "Previous"
      - button "Next"
      - button "Clear"
  `);
  const place = async () => parseInt((await bar(page).getByRole('status').textContent())!, 10);
  const first = await place();
  await bar(page).getByRole('button', { name: 'Next' }).click();
  expect(await place()).toBe(first + 1);
  await bar(page).getByRole('button', { name: 'Clear' }).click();
  await expect(bar(page)).toHaveCount(0);
});
