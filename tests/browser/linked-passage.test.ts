/** The view after opening a link to a passage. */
import { expect, test, type Page } from 'playwright/test';
import { openSearch } from './sample-pages.ts';

const PAGE = './concepts/crossing/';

/** Whether an element is in the window as a whole, and nothing covers its middle. */
const inView = (page: Page, selector: string): Promise<boolean> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { top, bottom, left, width } = element.getBoundingClientRect();
      const hit = document.elementFromPoint(left + Math.min(width, 40) / 2, (top + bottom) / 2);
      return top > -1 && bottom <= innerHeight && hit !== null && (element.contains(hit) || hit.contains(element));
    });

for (const javaScriptEnabled of [true, false])
  test.describe(`With scripts ${javaScriptEnabled}`, () => {
    test.use({ javaScriptEnabled });
    test('A linked passage is a quarter of the window below its top, under a line with page, certainty and search.', async ({ page }) => {
      for (const width of [390, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto('about:blank');
        await page.goto(`${PAGE}#for-others.1`);
        const top = () => page.locator('[id="for-others.1"]').evaluate((element) => element.getBoundingClientRect().top);
        await expect.poll(top).toBeGreaterThan(160);
        expect(await top()).toBeLessThan(260);
        for (const part of ['.place-title', '.place-line .certainty', '.place-search', '[id="for-others.1"]'])
          expect(await inView(page, part), part).toBe(true);
        if (javaScriptEnabled) await expect(page.locator('.place-section')).toHaveText('Crossing for somebody else');
      }
    });
  });

test('At the top of the page the header covers the line, and the line takes no space.', async ({ page }) => {
  await page.goto(PAGE);
  expect(await page.locator('.place-line').evaluate(({ clientHeight }) => clientHeight)).toBe(0);
  expect(await inView(page, '.place-title')).toBe(false);
  expect(await inView(page, '.site-header .name')).toBe(true);
});

test('A link to the first section also shows the title and the summary.', async ({ page }) => {
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('about:blank');
    await page.goto(`${PAGE}#definition`);
    for (const part of ['h1', '.summary', '#definition']) expect(await inView(page, part), `${part} at ${width}`).toBe(true);
  }
});

test('No element shifts when a passage is opened on a first visit.', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ baseURL });
  await page.addInitScript(() => {
    const kept = window as unknown as { shift: number };
    kept.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) kept.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(`${PAGE}#for-others.1`);
  await expect(page.locator('.place-section')).not.toBeEmpty();
  expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBe(0);
  await page.close();
});

test('The search in the line opens in place.', async ({ page }) => {
  await page.goto(`${PAGE}#for-others.1`);
  await page.locator('.place-search').click();
  await expect(page.locator('.search-dialog input')).toBeFocused();
});

test('A result on the open page highlights its words without reloading the page.', async ({ page }) => {
  await page.goto(PAGE);
  await page.evaluate(() => ((window as unknown as { stayed: boolean }).stayed = true));
  await openSearch(page, 'crossing');
  await page.locator('.results a.hit[href$="/concepts/crossing/"]').first().click();
  await expect(page.locator('.search-dialog')).toBeHidden();
  await expect(page.locator('.hit-navigation')).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { stayed?: boolean }).stayed)).toBe(true);
});
