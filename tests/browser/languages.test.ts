/** The second language of a base, under a path of its own. */
import { expect, test } from 'playwright/test';

const hits = '.results a.hit';

test('On the Russian pages the search accepts any form of a Russian word, and is in Russian.', async ({ page }) => {
  await page.goto(`./ru/search/?q=${encodeURIComponent('переправы')}`);
  await expect(page.locator(hits).first()).toHaveText('Переправа');
  await expect(page.locator('.status-line')).toHaveText(/^\d+ фрагмент\S* на \d+ страниц\S* по запросу «переправы»\.$/);
  await page.locator(hits).first().click();
  await expect(page).toHaveURL(/\/kb\/ru\/concepts\/crossing\//);
});

test('The switch of the search page keeps the query and the filters.', async ({ page }) => {
  await page.goto('./search/?q=crossing&kind=concept');
  await expect(page.locator(hits).first()).toBeVisible();
  await page.locator('.site-header a[hreflang=ru]').click();
  await expect(page).toHaveURL(/\/kb\/ru\/search\/\?q=crossing&kind=concept$/);
  await expect(page.locator(hits).first()).toHaveText('Переправа');
});

test('A tree works in Russian from the front page to an outcome, and the language link opens the English outcome.', async ({ page }) => {
  await page.goto('./ru/');
  await page.locator('a[href$="/decide/may-cross/#walk"], a[href$="/decide/may-cross/"]').first().click();
  for (const answer of ['Да, мой', 'Ничего или фонарь', 'По своим']) await page.getByRole('link', { name: answer, exact: true }).click();
  await expect(page).toHaveURL(/\/kb\/ru\/decide\/may-cross\/mine\/nothing\/house\/$/);
  await expect(page.locator('h1')).toHaveText('Решают правила стола.');
  await page.getByRole('link', { name: 'English' }).first().click();
  await expect(page).toHaveURL(/\/kb\/decide\/may-cross\/mine\/nothing\/house\/$/);
  await expect(page.locator('h1')).toHaveText('The rules of the table decide.');
});

test('An unknown URL below the base path gets the 404 page, whose links stay below the base path.', async ({ page, baseURL }) => {
  const answer = await page.goto('./no/such/page/');
  expect(answer!.status()).toBe(404);
  await page.getByRole('link', { name: 'Home' }).click();
  await expect(page).toHaveURL(baseURL!);
});

test('The switch of the vocabulary leads to the same term, whose letter differs, and a Cyrillic letter is a current section.', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  await page.goto('./ru/vocabulary/');
  const letter = page.locator('.toc a').nth(1);
  await letter.click();
  await expect(letter).toHaveAttribute('aria-current', 'location');
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
  await page.locator('.site-header a[hreflang=en]').evaluate((one: HTMLElement) => one.click());
  await expect(page).toHaveURL(/\/vocabulary\/#(?!letter-)./);
  await expect(page.locator('dt:target')).toBeInViewport();
});

test('The switch leads from a passage to the same passage in the other language, and back.', async ({ page, baseURL }) => {
  const place = `${baseURL}concepts/crossing/#for-others.1`;
  await page.goto(place);
  for (const [language, url] of [
    ['ru', place.replace('/kb/', '/kb/ru/')],
    ['en', place],
  ] as const) {
    await page.locator(`.site-header a[hreflang=${language}]`).click();
    await expect(page).toHaveURL(url);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.locator('[id="for-others.1"]')).toBeInViewport();
  }
  // Without a fragment, the passage at the top of the window counts.
  await page.goto('./concepts/crossing/');
  await page.locator('[id="by-night"]').evaluate((one) => one.scrollIntoView());
  await page
    .locator('.site-footer a[hreflang=ru]')
    .first()
    .evaluate((one: HTMLElement) => one.click());
  await expect(page).toHaveURL(/\/ru\/concepts\/crossing\/#by-night/);
});
