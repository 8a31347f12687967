import { expect, test } from 'playwright/test';

test.use({ viewport: { width: 1280, height: 800 } });

test('The table of contents marks the current section.', async ({ page }) => {
  await page.goto('./concepts/crossing/');
  const ids = await page.locator('.prose h2[id]').evaluateAll((headings) => headings.map(({ id }) => id));
  for (const id of [ids[1]!, ids[0]!]) {
    await page.goto(`./concepts/crossing/#${id}`);
    await expect(page.locator('.toc [aria-current]')).toHaveAttribute('href', `#${id}`);
  }
});

test('Above the first section no section is the current one, even if a later one is the target.', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  await page.goto('./concepts/crossing/#doubts');
  await expect(page.locator('.toc [aria-current]')).toHaveAttribute('href', '#doubts');
  await page.evaluate(() => scrollTo(0, 0));
  await expect(page.locator('.toc [aria-current][href="#doubts"]')).toHaveCount(0);
});

test('A chosen theme applies to the next page from its first paint, until the system theme is chosen again.', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('./concepts/');
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await ground();
  await page.mouse.move(9, 9);
  await page.getByLabel('Dark', { exact: true }).check();
  const dark = await ground();
  expect(dark).not.toBe(light);
  await page.goto('./questions/', { waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await ground()).toBe(dark);
  await page.waitForLoadState();
  await page.mouse.move(5, 5);
  await page.getByLabel('System').check();
  expect(await ground()).toBe(light);
});

test('The theme script is a file and runs before the first paint.', async ({ page }) => {
  await page.goto('./');
  const script = page.locator('head script[src*="theme"]');
  await expect(script).toHaveCount(1);
  expect(await script.evaluate((one: HTMLScriptElement) => one.async || one.defer || one.type === 'module')).toBe(false);
});

test('The ? key lists the shortcuts, and they navigate the pages.', async ({ page }) => {
  await page.goto('./concepts/crossing/');
  const next = await page.locator('[rel="next"]').getAttribute('href');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeHidden();
  await page.keyboard.press('n');
  await expect(page).toHaveURL(new RegExp(`${next}$`));
  await page.waitForLoadState();
  await page.keyboard.press('p');
  await expect(page).toHaveURL(/concepts\/crossing\/$/);
});

test('A click in the list of shortcuts leaves it open, one beside it closes it, and its button opens it without a warning.', async ({ page }) => {
  const warnings: string[] = [];
  page.on('console', (message) => warnings.push(message.text()));
  await page.goto('./concepts/crossing/');
  await page.mouse.move(9, 9);
  await page.locator('[commandfor=keys]').click();
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(dialog).toBeVisible();
  const { x, y, width } = (await dialog.boundingBox())!;
  await page.mouse.click(x + 4, y + 4);
  await expect(dialog).toBeVisible();
  await page.mouse.click(x + width + 20, y + 4);
  await expect(dialog).toBeHidden();
  expect(warnings.filter((text) => /modal/i.test(text))).toEqual([]);
});

test('A key right after a dialog closed is a shortcut, though the browser still has the focus in the dialog.', async ({ page }) => {
  await page.goto('./concepts/crossing/');
  const next = await page.locator('[rel="next"]').getAttribute('href');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#keys input')!;
    const press = (key: string) => input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    input.focus();
    press('n');
    input.closest('dialog')!.close();
    press('/');
  });
  await page.locator('.search-dialog').press('Escape');
  await expect(page).toHaveURL(/concepts\/crossing\/$/);
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#keys input')!;
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true, cancelable: true }));
  });
  await expect(page).toHaveURL(new RegExp(`${next}$`));
});

test('No element shifts while a page loads on a first visit.', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ baseURL, viewport: { width: 1280, height: 800 } });
  for (const path of ['./', './concepts/crossing/', './sources/rule-14/', './decide/may-cross/', './article/']) {
    await page.goto(path);
    await page.evaluate(() => document.fonts.ready);
    // Waits until all scripts are loaded and have run.
    await page.waitForLoadState('networkidle');
    const shift = await page.evaluate(async () => {
      let sum = 0;
      const add = (entries: PerformanceEntryList) => {
        for (const entry of entries) sum += (entry as PerformanceEntry & { value: number }).value;
      };
      const observer = new PerformanceObserver((list) => add(list.getEntries()));
      observer.observe({ type: 'layout-shift', buffered: true });
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      add(observer.takeRecords());
      return sum;
    });
    expect(shift, path).toBe(0);
  }
  await page.close();
});

test('A supporting browser prefetches the target of a hovered link, within the Content-Security-Policy.', async ({ page }) => {
  await page.goto('./concepts/crossing/');
  const rules = await page.locator('script[type=speculationrules]').textContent();
  expect(JSON.parse(rules!).prefetch[0].eagerness).toBe('moderate');
});
