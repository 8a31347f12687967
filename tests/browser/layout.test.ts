import { expect, test } from 'playwright/test';
import { PARTED } from './line-breaks.ts';
import { kinds, pathsOf } from './sample-pages.ts';
import { overflow, showPage } from './show-page.ts';

test('On a phone no page scrolls sideways, and no line breaks inside the name of a licence, before a number or before the symbol of a source.', async ({
  page,
  request,
}) => {
  let references = 0;
  const paths = await pathsOf(request, () => true);
  await page.setViewportSize({ width: 320, height: 900 });
  for (const place of [...kinds, ...paths]) {
    if (kinds.includes(place)) await page.goto(place);
    else await showPage(page, place);
    expect(await overflow(page), place).toBeLessThanOrEqual(0);
    const { parted, places } = await page.evaluate(PARTED);
    expect(parted, place).toEqual([]);
    references += places;
  }
  expect(references).toBeGreaterThan(50);
});

test('The first Tab stop is the link to the text, the next ones are in the header; each has a visible focus.', async ({ page }) => {
  await page.goto('./concepts/crossing/');
  await page.keyboard.press('Tab');
  await expect(page.locator('.skip')).toBeFocused();
  await expect(page.locator('.skip')).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#text$/);
  await page.goto('./concepts/crossing/');
  const seen: string[] = [];
  for (let step = 0; step < 9; step += 1) {
    await page.keyboard.press('Tab');
    const { name, outline } = await page.evaluate(() => ({
      name: document.activeElement!.textContent!.trim(),
      outline: getComputedStyle(document.activeElement!).outlineStyle,
    }));
    seen.push(name);
    expect(outline).not.toBe('none');
  }
  for (const name of ['Ferry, Explained', 'Decide', 'Search']) expect(seen).toContain(name);
});

test('A URL with a fragment of any kind shows its passage.', async ({ page, request }) => {
  const listed = (await (await request.get('./index.json')).json()) as { id: string; kind: string; url: string }[];
  // The heading of the notes is only for screen readers if the notes are in the margin.
  const picked = listed.filter(({ url }) => /#(?!notes$)/.test(url)).filter((_, at, all) => at % Math.ceil(all.length / 12) === 0);
  expect(picked.length).toBeGreaterThan(9);
  for (const { url, id } of picked) {
    const { pathname, hash } = new URL(url);
    await page.goto(`${pathname}${hash}`);
    await expect(page.locator(`[id="${decodeURIComponent(hash.slice(1))}"]`), id).toBeInViewport();
  }
});

test('An unknown URL gets the 404 page with its links.', async ({ page }) => {
  const answer = await page.goto('./concepts/no-such-thing/');
  expect(answer!.status()).toBe(404);
  await expect(page.locator('h1')).toHaveText('Page not found');
  await expect(page.locator('main a').first()).toHaveAttribute('href', /may-a-ferry-cross-empty/);
});

test('No kind of page scrolls sideways in a wider window, and no text uses a style without a font file, so that the browser synthesises none.', async ({
  page,
}) => {
  for (const place of [...kinds, './concepts/ferry/']) {
    await page.goto(place);
    for (const width of [1440, 834, 390]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await overflow(page), `${place} at ${width} pixels`).toBeLessThanOrEqual(0);
    }
    const madeUp = await page.evaluate(() =>
      [...document.querySelectorAll('body *')]
        .filter((one) => one.checkVisibility() && [...one.childNodes].some((node) => node.nodeType === 3 && node.nodeValue!.trim()))
        .filter((one) => {
          const { fontFamily, fontWeight, fontStyle } = getComputedStyle(one);
          const [isBold, isSlanted] = [Number(fontWeight) > 500, fontStyle !== 'normal'];
          return fontFamily.startsWith('Golos') ? isBold || isSlanted : fontFamily.startsWith('Literata') && isBold && isSlanted;
        })
        .map((one) => one.outerHTML.slice(0, 80)),
    );
    expect(madeUp, place).toEqual([]);
  }
});

test('A page preloads the fonts of its first paint, and no others.', async ({ browser, baseURL }) => {
  for (const place of [...kinds, './changes/', './concepts/ferry/', './sources/okonkwo-2011/']) {
    // Chromium counts the typefaces of an earlier page as loaded again when both pages share a stylesheet in its memory.
    const page = await browser.newPage({ baseURL });
    await page.goto(place);
    const { early, late, used } = await page.evaluate(async () => {
      const fonts = await document.fonts.ready;
      const early = [...document.querySelectorAll<HTMLLinkElement>('link[rel=preload][as=font]')].map(({ href }) => href);
      const names = performance.getEntriesByType('resource').map(({ name }) => name);
      // The fallback faces are local fonts, which only some machines have.
      const loaded = [...fonts].filter(({ status, family }) => status === 'loaded' && !/like/i.test(family));
      return {
        early: early.length,
        late: names.filter((name) => name.endsWith('.woff2') && !early.includes(name)),
        // Both weights of the Cyrillic letters are one file.
        used: new Set(loaded.map(({ family, style, weight, unicodeRange: of }) => [family, style, of, of.startsWith('U+401') || weight].join())).size,
      };
    });
    expect(late, place).toEqual([]);
    expect(early, place).toBe(used);
    await page.close();
  }
});
