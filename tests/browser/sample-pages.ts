import { expect, type APIRequestContext, type Locator, type Page } from 'playwright/test';
import type { EntryListItem } from '../../src/views/entry-list.ts';

/** One page of every kind, as paths under the base. */
export const kinds = [
  './',
  './concepts/crossing/',
  './questions/may-a-ferry-cross-empty/',
  './sources/',
  './sources/rule-14/',
  './article/',
  './differences/',
  './vocabulary/',
  './map/',
  './about/',
  './answers/',
  './concepts/',
  './decide/',
  './decide/may-cross/',
  './decide/may-cross/mine/',
  './decide/may-cross/theirs/',
  './search/',
  './ru/',
  './ru/concepts/crossing/',
  './ru/concepts/ferry/',
  './ru/decide/may-cross/mine/nothing/house/',
  './404.html',
];

/** The tests block the worker, and the next page can interrupt a cross-fade; both log a message. */
const HARMLESS = /Service Worker registration blocked|Transition was (?:aborted|skipped)|ViewTransition/;

/** Collects the console messages, errors and policy violations of a page. Call it before the page is opened. */
export async function listen(page: Page): Promise<string[]> {
  const messages: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !HARMLESS.test(message.text())) messages.push(message.text());
  });
  page.on('pageerror', (error) => {
    if (!HARMLESS.test(error.message)) messages.push(error.message);
  });
  await page.exposeFunction('reportViolation', (text: string) => messages.push(text));
  await page.addInitScript(() => {
    const report = (window as unknown as { reportViolation(text: string): void }).reportViolation;
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => report(`${violatedDirective} ${blockedURI}`));
  });
  return messages;
}

/** Lists the paths of the pages with certain addresses of index.json. */
export async function pathsOf(request: APIRequestContext, fits: (place: EntryListItem) => boolean): Promise<string[]> {
  const listed = (await (await request.get('./index.json')).json()) as EntryListItem[];
  return [...new Set(listed.filter(fits).map(({ url }) => new URL(url).pathname))];
}

/** Opens the search dialog and waits for the results of a query. */
export async function openSearch(page: Page, query: string): Promise<void> {
  await page.keyboard.press('/');
  await page.locator('.search-dialog input').fill(query);
  await expect(page.locator('.results a').first()).toBeVisible();
}

/** Waits until the animations of an element have ended. */
export async function settled(element: Locator): Promise<void> {
  await element.evaluate(async (one) => {
    await Promise.all(one.getAnimations({ subtree: true }).map(({ finished }) => finished.catch(() => undefined)));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
}
