/** Keyboard navigation of a page. */
import { setTimeout } from 'node:timers/promises';
import { expect, type Locator, type Page } from 'playwright/test';

/** More Tab stops than any page has before the element of a test. */
const MOST = 400;

/** What is wrong with the place where the focus is: nobody could see it there, or it is nowhere. */
export async function focusError(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return 'the focus is lost';
    const said = `${at.tagName.toLowerCase()} “${(at.getAttribute('aria-label') ?? at.textContent ?? '').trim().slice(0, 40)}”`;
    if (getComputedStyle(at).outlineStyle === 'none') return `${said} shows no focus`;
    const boxes = [...at.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    const seen = boxes.filter(({ left, right, top, bottom }) => {
      const [x, y] = [(Math.max(left, 0) + Math.min(right, innerWidth)) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2];
      const over = document.elementFromPoint(x, y);
      return over !== null && (at.contains(over) || over.contains(at));
    });
    if (boxes.length === 0 || seen.length === 0) return `${said} has the focus where it cannot be seen`;
    return undefined;
  });
}

/** Whether nothing has the focus. */
const isLost = (page: Page): Promise<boolean> => page.evaluate(() => [null, document.body].includes(document.activeElement as HTMLElement | null));

/** Presses a key again if it was dropped, as one is while a page still fades in: nothing has the focus then. */
async function pressAgain(page: Page, key: string): Promise<void> {
  for (let tries = 0; tries < 3 && (await isLost(page)); tries += 1) {
    await setTimeout(500);
    if (await isLost(page)) await page.keyboard.press(key);
  }
}

/** Presses Tab (or another key) until the element has the focus; on the way the focus is never lost, hidden or trapped. */
export async function tabTo(page: Page, wanted: Locator, key = 'Tab'): Promise<number> {
  await expect(wanted).toBeVisible();
  // A page that is still loading can remove the focus once, for its fragment.
  await page.waitForLoadState();
  let before: unknown;
  for (let stops = 1; stops <= MOST; stops += 1) {
    await page.keyboard.press(key);
    if (stops === 1) await pressAgain(page, key);
    // A page that is just coming in is not hit yet.
    await expect.poll(() => focusError(page), { message: `stop ${stops}` }).toBeUndefined();
    const here = await page.evaluateHandle(() => document.activeElement);
    if (await wanted.evaluate((element, at) => element === at, here)) return stops;
    expect(before && (await here.evaluate((at, last) => at === last, before)), `stop ${stops} is caught where it was`).not.toBe(true);
    before = here;
  }
  throw new Error(`After ${MOST} stops the focus is not on ${wanted}.`);
}

/** Moves the focus to an element and presses Enter, which follows a link. */
export async function enter(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press('Enter');
}

/** Uses the skip link of the page. */
export async function skipToText(page: Page): Promise<void> {
  await page.keyboard.press('Tab');
  await pressAgain(page, 'Tab');
  await expect(page.locator('.skip')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#text$/);
  // The browser removes the focus in the frame in which it scrolls to the text.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  // The whole text is not highlighted as a passage.
  await expect(page.locator('main')).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
}
