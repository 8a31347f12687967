import ogs from 'open-graph-scraper';
import { expect, test, type APIRequestContext, type Page } from 'playwright/test';
import { followOffered } from './offered-shares.ts';
import { kinds, listen } from './sample-pages.ts';

interface EntryListItem {
  id: string;
  kind: string;
  lang: string;
  title: string;
  url: string;
  share: string;
}

const SHARE = './s/crossing.definition/';
const PASSAGE = /\/concepts\/crossing\/#definition$/;

/** Lists every address of the site, with URLs on the tested server. */
async function places(request: APIRequestContext): Promise<EntryListItem[]> {
  const listed = (await (await request.get('./index.json')).json()) as EntryListItem[];
  const here = (url: string): string => `${new URL(url).pathname}${new URL(url).hash}`;
  return listed.map((one) => ({ ...one, url: here(one.url), share: here(one.share) }));
}

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

test('A followed link adds one entry to the history, the passage.', async ({ page }) => {
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

test('Each link with a card that the menu of a passage offers leads to a share page.', async ({ page, request }) => {
  const listed = (await places(request)).map(({ url }) => url.replace(/#.*/, '').replace(/^\/kb\//, './'));
  const paths = [...new Set([...kinds, './ru/answers/', './ru/differences/', './ru/vocabulary/', ...listed])];
  expect(paths.length).toBeGreaterThan(40);
  const { lost, followed } = await followOffered(page, paths);
  expect(lost).toEqual([]);
  expect(followed).toBeGreaterThan(100);
});

test('Every listed address has a share page that redirects to it, or shares its own URL.', async ({ request }) => {
  const listed = await places(request);
  expect(listed.length).toBeGreaterThan(100);
  for (const { id, url, share } of listed) {
    if (share === url) continue;
    const response = await request.get(share);
    expect(response.status(), share).toBe(200);
    const [, to = ''] = /data-to="([^"]+)"/.exec(await response.text()) ?? [];
    // The intro of a page is shared as the page.
    expect(to, id).toBe(url);
  }
});

test('A link preview has the title, the text and the image of exactly that section, and no two are the same.', async ({ request }) => {
  const own = (await places(request)).filter(
    ({ id, kind, lang }) => lang === 'en' && kind === 'section' && id.startsWith('crossing.') && !id.endsWith('.intro'),
  );
  expect(own.length).toBeGreaterThan(4);
  const seen = { titles: new Set<unknown>(), descriptions: new Set<unknown>() };
  for (const { share, title } of own) {
    const { result } = await ogs({ html: await (await request.get(share)).text() });
    if (title !== 'Crossing') expect(result.ogTitle).toBe(`${title} · Crossing`);
    seen.titles.add(result.ogTitle);
    seen.descriptions.add(result.ogDescription);
    const { pathname } = new URL(result.ogImage![0]!.url);
    const picture = await request.get(pathname);
    expect(picture.headers()['content-type']).toBe('image/png');
    expect((await picture.body()).length).toBeLessThanOrEqual(60 * 1024);
  }
  expect([seen.titles.size, seen.descriptions.size]).toEqual([own.length, own.length]);
});

test('The sitemap contains no share pages.', async ({ request }) => {
  const sitemap = await (await request.get('./sitemap-0.xml')).text();
  expect(sitemap).toMatch(/\/concepts\//);
  expect(sitemap).not.toMatch(/\/s\//);
});
