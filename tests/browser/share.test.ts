import { expect, test, type Page } from 'playwright/test';
import { followOffered } from './offered-shares.ts';
import { kinds, listen } from './sample-pages.ts';

const SHARE = './s/crossing.definition/';
const PASSAGE = /\/concepts\/crossing\/#definition$/;

/** Follows a link of a page. */
async function follow(page: Page, href: string): Promise<void> {
  await page.evaluate((to) => {
    const link = Object.assign(document.createElement('a'), { href: to, textContent: 'a shared link' });
    document.body.prepend(link);
  }, new URL(href, test.info().project.use.baseURL).href);
  await page.getByRole('link', { name: 'a shared link' }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('A reader is redirected to the passage at once.', async ({ page }) => {
      await page.goto(SHARE, { waitUntil: 'commit' });
      await expect(page).toHaveURL(PASSAGE);
      await expect(page.locator('#definition')).toBeInViewport();
      await expect(page.locator(':target')).toHaveId('definition');
    });

    test('Back returns to the previous page, and forward to the passage.', async ({ page }) => {
      await page.goto('./concepts/tide/');
      await page.goto('./sources/');
      await page.goto(SHARE, { waitUntil: 'commit' });
      await expect(page).toHaveURL(PASSAGE);
      await page.goBack();
      await expect(page).toHaveURL(/\/sources\/$/);
      await page.goBack();
      await expect(page).toHaveURL(/\/concepts\/tide\/$/);
      await page.goForward();
      await page.goForward();
      await expect(page).toHaveURL(PASSAGE);
    });
  });
}

test('A followed link adds one entry to the history, the passage.', async ({ context }) => {
  // A history has a limit of 50 entries.
  const page = await context.newPage();
  await page.goto('./sources/');
  const before = await page.evaluate(() => history.length);
  await follow(page, SHARE);
  await expect(page).toHaveURL(PASSAGE);
  expect(await page.evaluate(() => history.length)).toBe(before + 1);
});

test('If the fragment names a paragraph, the share page redirects to that paragraph.', async ({ page }) => {
  await page.goto(`${SHARE}#definition.2`, { waitUntil: 'commit' });
  await expect(page).toHaveURL(/\/concepts\/crossing\/#definition\.2$/);
  await expect(page.locator(':target')).toHaveId('definition.2');
});

test('A share page loads only its own script, and violates no policy.', async ({ page }) => {
  const messages = await listen(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(SHARE, { waitUntil: 'commit' });
  await expect(page).toHaveURL(PASSAGE);
  await page.waitForLoadState('networkidle');
  expect(messages.filter((text) => !/blocked by Playwright/.test(text))).toEqual([]);
  expect(asked.slice(0, 3).map((url) => new URL(url).pathname.replace(/^.*?(?=\/(?:s|concepts)\/)/, ''))).toEqual([
    '/s/crossing.definition/',
    '/s/forward.js',
    '/concepts/crossing/',
  ]);
  expect(new Set(asked.map((url) => new URL(url).host)).size).toBe(1);
});

test('Each link with a card that the menu of a passage offers leads to a share page.', async ({ page }) => {
  const { lost, followed } = await followOffered(page, [...kinds, './ru/answers/', './ru/differences/', './ru/vocabulary/']);
  expect(lost).toEqual([]);
  expect(followed).toBeGreaterThan(100);
});
