import { expect, test } from 'playwright/test';
import { listen } from './places.ts';

const results = '.results > li > p:first-child a';

test('The slash and Ctrl+K open the search in place, Escape closes it and gives the focus back.', async ({ page }) => {
  await page.goto('./concepts/database/');
  const link = page.locator('search-box > a');
  await link.focus();
  for (const keys of ['/', 'Control+k']) {
    await page.keyboard.press(keys);
    await expect(page.locator('.search-dialog input')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.locator('.search-dialog')).toBeHidden();
    await expect(link).toBeFocused();
  }
});

test('A query typed in place finds sections, and Enter lands on the first result.', async ({ page }) => {
  await page.goto('./');
  await page.keyboard.press('/');
  await page.locator('.search-dialog input').fill('extraction');
  await expect(page.locator(results).first()).toHaveText('Extraction');
  await expect(page.locator('.results .section a').first()).toHaveAttribute('href', /\/concepts\/extraction\/#/);
  await page.locator('.search-dialog input').press('Enter');
  await expect(page).toHaveURL(/\/concepts\/extraction\/$/);
});

test('Enter before the results are there opens the first result of what is typed, not of what was there before.', async ({ page }) => {
  await page.goto('./');
  await page.keyboard.press('/');
  await page.locator('.search-dialog input').fill('database');
  await expect(page.locator(results).first()).toBeVisible();
  await page.locator('.search-dialog input').fill('weights');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/concepts\/weights\/$/);
});

test('More results are a key away, and the focus goes on where the button was.', async ({ page }) => {
  await page.goto('./search/?q=extraction');
  const shown = page.locator(results);
  await expect(shown).toHaveCount(8);
  await page.getByRole('button', { name: 'Show more' }).press('Enter');
  await expect(shown).toHaveCount(16);
  await expect(shown.nth(8)).toBeFocused();
});

test('Arrow keys go through the results, and a section opens at its heading.', async ({ page }) => {
  await page.goto('./search/?q=extraction');
  await expect(page.locator(results).first()).toBeVisible();
  await page.locator('search-page input').press('ArrowDown');
  await expect(page.locator(results).first()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(page.locator('search-page input')).toBeFocused();
  const section = page.locator('.results .section a').first();
  const id = (await section.getAttribute('href'))!.split('#')[1]!;
  await section.click();
  await expect(page.locator(`#${id}`)).toBeInViewport();
});

for (const [query, title] of [
  ['1334', /1334/],
  ['извлечение', /Extraction/],
  ['переработка', /Processing/],
  ['Neo4j', /Neo4j/],
  ['further restrictions', /terms|s\. 7|s\. 10/i],
] as const) {
  test(`The search for ${query} finds its page among the first three.`, async ({ page }) => {
    await page.goto(`./search/?q=${encodeURIComponent(query)}`);
    await expect(page.locator(results).first()).toBeVisible();
    const titles = await page.locator(results).allTextContents();
    expect(
      titles.slice(0, 3).some((one) => title.test(one)),
      titles.slice(0, 3).join(' | '),
    ).toBe(true);
  });
}

test('The query stands in the address, and Back restores it.', async ({ page }) => {
  await page.goto('./search/');
  await page.locator('search-page input').fill('weights');
  await expect(page).toHaveURL(/\?q=weights$/);
  await page.locator(results).first().click();
  await expect(page).not.toHaveURL(/search/);
  await page.goBack();
  await expect(page.locator('search-page input')).toHaveValue('weights');
  await expect(page.locator(results).first()).toBeVisible();
});

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'a'.repeat(10_000),
  '🤖🔥',
  '\u202Eltr',
  '%',
  '%E0%A4%A',
  '.*+?^${}()|[]\\',
  '"',
  '   ',
  '\u0000',
];
test('Strange queries, in the box and in the address, run nothing, and each is answered.', async ({ page }) => {
  test.setTimeout(90_000);
  const heard = await listen(page);
  let alerted = false;
  page.on('dialog', (dialog) => {
    alerted = true;
    void dialog.dismiss();
  });
  const assertAnswered = async (query: string) => {
    const answer = query.trim() ? /^(?:Nothing found for|\d+ pages? for)/ : /^$/;
    await expect(page.locator('.status-line'), query.slice(0, 40)).toHaveText(answer);
    await expect(page.locator('.results :is(script, img)')).toHaveCount(0);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over, `${query.slice(0, 40)} fits the page`).toBeLessThanOrEqual(0);
  };
  for (const query of hostile) {
    await page.goto(`./search/?q=${query.includes('%') ? query : encodeURIComponent(query)}`);
    await assertAnswered(query);
    await page.locator('search-page input').fill('extraction');
    await expect(page.locator(results).first()).toHaveText('Extraction');
    await page.locator('search-page input').fill(query);
    await expect(page.locator('.status-line')).not.toHaveText(/“extraction”/);
    await assertAnswered(query);
  }
  expect(alerted).toBe(false);
  expect(heard).toEqual([]);
});

test('Nothing found is said, with a way on.', async ({ page }) => {
  await page.goto(`./search/?q=${encodeURIComponent('ъъъъъ')}`);
  await expect(page.locator('.status-line')).toContainText('Nothing found for “ъъъъъ”');
});

test('An index that cannot be had gives a message, and works again when it can.', async ({ page }) => {
  await page.route('**/pagefind/pagefind.js', (route) => route.abort());
  await page.goto('./search/?q=extraction');
  await expect(page.locator('.status-line')).toContainText('could not be loaded');
  await page.unroute('**/pagefind/pagefind.js');
  await page.locator('search-page input').fill('materiality');
  await expect(page.locator(results).first()).toBeVisible();
});

test('No code of the search is loaded before it is wanted.', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('./concepts/extraction/');
  await page.waitForLoadState('networkidle');
  expect(asked.filter((url) => /pagefind|search-results/.test(url))).toEqual([]);
});
