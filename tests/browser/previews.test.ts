import { expect, test, type Page } from 'playwright/test';
import { listen, settled } from './sample-pages.ts';

const card = (page: Page) => page.locator('#preview');
const whole = (page: Page) => page.locator('.prose a[href*="/concepts/"]:not([href*="#"])').first();

test.describe('With a mouse', () => {
  test.use({ viewport: { width: 1280, height: 900 } });

  test('A preview opens on hover with kind, title, certainty and answer of the target; Escape closes it.', async ({ page, request }) => {
    const messages = await listen(page);
    await page.goto('./questions/may-a-ferry-cross-empty/');
    const html = await (await request.get((await whole(page).getAttribute('href'))!)).text();
    await whole(page).hover();
    await expect(card(page)).toBeVisible();
    await expect(card(page)).toContainText('Concept');
    await expect(card(page).locator('.name')).not.toBeEmpty();
    const shown = [card(page).locator('.name'), card(page).locator('.certainty'), card(page).locator('.summary')];
    for (const part of shown) expect(html.replaceAll(/\s+/g, ' ')).toContain((await part.textContent())!.trim());
    await page.keyboard.press('Escape');
    await expect(card(page)).toBeHidden();
    expect(messages.filter((text) => !/Service Worker/.test(text))).toEqual([]);
  });

  test('A preview does not cover its link, stays inside the window, and stays open while the mouse is on it.', async ({ page }) => {
    await page.clock.install();
    await page.goto('./questions/may-a-ferry-cross-empty/');
    const asked = whole(page);
    await asked.hover();
    await expect(card(page)).toBeVisible();
    const lines = await asked.evaluate((link) => [...link.getClientRects()].map(({ left, right, top, bottom }) => ({ left, right, top, bottom })));
    const other = (await card(page).boundingBox())!;
    // A link may be on two lines.
    for (const { left, right, top, bottom } of lines)
      expect(other.y >= bottom || other.y + other.height <= top || other.x >= right || other.x + other.width <= left).toBe(true);
    expect(other.x).toBeGreaterThanOrEqual(0);
    expect(other.x + other.width).toBeLessThanOrEqual(1280);
    await page.mouse.move(other.x + 40, other.y + 40, { steps: 3 });
    await page.clock.runFor(5000);
    await expect(card(page)).toBeVisible();
    expect(await card(page).locator('a').count(), 'no links but the title, so nothing nests').toBe(1);
    await page.mouse.move(5, 5);
    await expect(card(page)).toBeHidden();
  });

  test('A link to a section shows that section, a citation shows its source.', async ({ page }) => {
    await page.goto('./questions/may-a-ferry-cross-empty/');
    await page.locator('.prose a[href*="/concepts/"][href*="#"]').first().hover();
    await expect(card(page)).toBeVisible();
    await expect(card(page).locator('.kicker')).not.toHaveText(/^Concept/);
    await page.keyboard.press('Escape');
    await page.locator('.cite a').first().hover();
    await expect(card(page).locator('.status')).toHaveText(/Verified|Second-hand|Unverified/);
  });

  test('Tab passes through a preview to the next link, and after Escape in a preview it does not open again.', async ({ page }) => {
    await page.goto('./concepts/crossing/');
    const link = page.locator('.prose > p > a[href*="/concepts/"]').first();
    await page.keyboard.press('Tab');
    await link.focus();
    await expect(card(page)).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(card(page).locator('a').first()).toBeFocused();
    await page.waitForTimeout(500);
    await expect(card(page).locator('a').first()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(link).toBeFocused();
    await page.waitForTimeout(600);
    await expect(card(page)).toBeHidden();
    await page.keyboard.press('Shift+Tab');
    await link.focus();
    await expect(card(page)).toBeVisible();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(link).not.toBeFocused();
    await page.waitForTimeout(600);
    await expect(link).not.toBeFocused();
  });

  test('An open note stays while the mouse is on a link, and Escape in a dialog closes only the dialog.', async ({ page }) => {
    await page.setViewportSize({ width: 834, height: 900 });
    await page.goto('./concepts/crossing/');
    await page.locator('.footnote-ref').first().press('Enter');
    await expect(card(page)).toHaveAttribute('data-sticky', '');
    const note = await card(page).textContent();
    await page.locator('.prose > p > a[href*="/concepts/"]').first().hover({ force: true });
    await page.waitForTimeout(600);
    await page.mouse.move(2, 2);
    await page.waitForTimeout(400);
    await expect(card(page)).toHaveText(note!);
    await page.keyboard.press('?');
    await expect(page.locator('#keys')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.locator('#keys')).toBeHidden();
    await expect(card(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(card(page)).toBeHidden();
  });

  test('In a low window a preview is inside the window.', async ({ page }) => {
    await page.setViewportSize({ width: 720, height: 220 });
    await page.goto('./questions/may-a-ferry-cross-empty/');
    for (const link of (await page.locator('.prose a[href*="/concepts/"]:visible').all()).slice(0, 5)) {
      await link.evaluate((one) => scrollBy(0, one.getBoundingClientRect().top - innerHeight / 2));
      await link.hover();
      await expect(card(page)).toBeVisible();
      const { y, height } = (await card(page).boundingBox())!;
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y + height).toBeLessThanOrEqual(220);
      await page.keyboard.press('Escape');
      await page.mouse.move(2, 2);
      await expect(card(page)).toBeHidden();
    }
  });

  test('A preview also opens on keyboard focus, and closes when the focus leaves.', async ({ page }) => {
    await page.goto('./concepts/crossing/');
    await page.locator('.prose > p > a[href*="/concepts/"]').first().focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    await expect(card(page)).toBeVisible();
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await expect(card(page)).toBeHidden();
  });

  test('A preview that is still loading when the focus leaves does not open.', async ({ page }) => {
    await page.goto('./concepts/crossing/');
    const link = page.locator('.prose > p > a[href*="/concepts/"]').first();
    const target = await link.evaluate((one: HTMLAnchorElement) => one.href.replace(/#.*/, ''));
    const asked = Promise.withResolvers<void>();
    const answered = Promise.withResolvers<void>();
    await page.route(target, async (route) => {
      asked.resolve();
      await answered.promise;
      await route.continue();
    });
    await link.focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    await asked.promise;
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    const loaded = page.waitForResponse(target);
    answered.resolve();
    await (await loaded).finished();
    // After a second request and one frame, the page has handled the first response.
    await page.evaluate(async (url) => {
      await (await fetch(url)).text();
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }, target);
    await expect(card(page)).toBeHidden();
  });
});

test.describe('With a thumb', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('A long press shows the preview at the bottom and does not follow the link.', async ({ page }) => {
    await page.goto('./concepts/crossing/');
    const asked = page.locator('.prose > p a[href*="/concepts/"]').first();
    await asked.scrollIntoViewIfNeeded();
    const { x, y } = (await asked.boundingBox())!;
    const session = await page.context().newCDPSession(page);
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: x + 4, y: y + 6 }] });
    await expect(card(page)).toBeVisible();
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    // A click that the touch ends in would come before the next frames.
    await settled(card(page));
    expect(page.url()).toContain('/concepts/crossing/');
    const box = (await card(page).boundingBox())!;
    expect(Math.round(box.y + box.height)).toBe(844);
  });

  test('A tap on the number of a note opens the note beside the text, with its links, and a second tap closes it.', async ({ page }) => {
    await page.goto('./concepts/crossing/');
    const number = page.locator('.footnote-ref').first();
    const note = page.locator(`[id="${(await number.getAttribute('href'))!.slice(1)}"]`);
    const words = (await note.locator('p').first().textContent())!.replace(/\s*↩.*$/, '').trim();
    await number.tap();
    await expect(card(page)).toContainText(words.slice(0, 60));
    await expect(card(page)).toBeInViewport();
    await number.tap();
    await expect(card(page)).toBeHidden();
    await number.tap();
    await card(page).locator('.kicker a').tap();
    await expect(page).toHaveURL(/#fn-/);
    await expect(note).toBeInViewport();
  });
});
