/** What holds for a page of every kind, on one visit; `without-scripts.test.ts` visits them without scripts. */
import { expect, test } from 'playwright/test';
import { violations } from './axe.ts';
import { PARTED } from './line-breaks.ts';
import { FONTS } from './needed-fonts.ts';
import { kinds, listen, openSearch } from './sample-pages.ts';
import { overflow } from './show-page.ts';

/** Lists the texts in a style without a font file, which the browser would synthesise. */
const MADE_UP = () =>
  [...document.querySelectorAll('body *')]
    .filter((one) => one.checkVisibility() && [...one.childNodes].some((node) => node.nodeType === 3 && node.nodeValue!.trim()))
    .filter((one) => {
      const { fontFamily, fontWeight, fontStyle } = getComputedStyle(one);
      const [isBold, isSlanted] = [Number(fontWeight) > 500, fontStyle !== 'normal'];
      return fontFamily.startsWith('Golos') ? isBold || isSlanted : fontFamily.startsWith('Literata') && isBold && isSlanted;
    })
    .map((one) => one.outerHTML.slice(0, 80));

/** Lists the texts that the edge of the window cuts off. */
const CUT = () =>
  [...document.querySelectorAll('main p, main li, main dd, main h1, main h2')]
    .filter((part) => !part.closest('.diagram, table, [hidden], details') && part.getBoundingClientRect().right > innerWidth + 1)
    .map((part) => part.textContent!.slice(0, 60));

/** Returns the text of the page, and that of its HTML before its scripts ran, in document order and without white space. */
const TEXTS = async () => {
  const served = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
  const text = (of: Document) => of.querySelector('main')!.textContent!.replaceAll(/\s+/g, '');
  const [first] = served.querySelectorAll('main h1, main .prose, main .related, main .answer-history, main .explanation');
  return { now: text(document), served: text(served), first: first?.tagName };
};

for (const place of [...kinds, './concepts/ferry/', './changes/', './sources/okonkwo-2011/'])
  test(`The page ${place} has the same text as without scripts, preloads its fonts, fits every window, violates no policy, loads from no other host, has an empty console, and axe finds no error.`, async ({
    page,
    baseURL,
  }) => {
    const messages = await listen(page);
    page.on('request', (request) => {
      if (!request.url().startsWith(new URL(baseURL!).origin)) messages.push(request.url());
    });
    await page.goto(place);
    if (!/search|404/.test(place)) {
      const { now, served, first } = await page.evaluate(TEXTS);
      expect([now, first]).toEqual([served, 'H1']);
    }
    const { needed, preloaded, late } = await page.evaluate(FONTS);
    expect([preloaded, late]).toEqual([needed, []]);
    expect(await page.evaluate(MADE_UP)).toEqual([]);
    // A window of 640 pixels is one of 1280 at 200 %.
    for (const width of [1440, 834, 640, 390, 320]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await overflow(page), `at ${width} pixels`).toBeLessThanOrEqual(0);
      expect(await page.evaluate(CUT), `at ${width} pixels`).toEqual([]);
    }
    expect((await page.evaluate(PARTED)).parted).toEqual([]);
    expect(messages.filter((text) => !/status of 404/.test(text))).toEqual([]);
    expect(await violations(page)).toEqual([]);
  });

test('A search in the dialog and on its page violates no policy, loads from no other host and has an empty console.', async ({ page, baseURL }) => {
  const messages = await listen(page);
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(baseURL!).origin)) messages.push(request.url());
  });
  await page.goto('./concepts/crossing/');
  await openSearch(page, 'ferry');
  await page.goto('./ru/concepts/crossing/');
  await openSearch(page, 'паром');
  await page.goto('./search/?q=ferry');
  await expect(page.locator('.results a').first()).toBeVisible();
  expect(messages).toEqual([]);
});

test('The policy allows WebAssembly, and no script from text.', async ({ page }) => {
  await page.goto('./');
  const ran = await page.evaluate(async () => {
    // The shortest module: its magic number and its version.
    const wasm = Boolean(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
    // The policy must block this script.
    // oxlint-disable-next-line no-implied-eval
    setTimeout('document.body.dataset.ran = 1', 0);
    // A later timer of the same delay runs after it.
    await new Promise((done) => setTimeout(() => setTimeout(done)));
    return { wasm, script: 'ran' in document.body.dataset };
  });
  expect(ran).toEqual({ wasm: true, script: false });
});
