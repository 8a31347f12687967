import type { Page } from 'playwright/test';

/**
 * Shows another page of the site in the open page, without a navigation and without its scripts, in less than half of the time of a visit.
 * For tests of the layout of many pages; a page of every kind is also visited with its scripts.
 */
export async function showPage(page: Page, path: string): Promise<void> {
  await page.evaluate(async (url) => {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url} has the status ${response.status}.`);
    const next = new DOMParser().parseFromString(await response.text(), 'text/html');
    for (const script of next.querySelectorAll('script')) script.remove();
    document.replaceChild(document.adoptNode(next.documentElement), document.documentElement);
    const sheets = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].filter(({ sheet }) => !sheet);
    await Promise.all(
      sheets.map(
        (link) =>
          new Promise((done, fail) => {
            link.addEventListener('load', done);
            link.addEventListener('error', fail);
          }),
      ),
    );
    // The layout requests the fonts.
    document.documentElement.getBoundingClientRect();
    await document.fonts.ready;
  }, path);
}

/** Returns by how many pixels the page is wider than the window when everything on it is open. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const closed = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const details of closed) details.open = true;
    const wider = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    for (const details of closed) details.open = false;
    return wider;
  });
