import { expect, test } from 'playwright/test';
import { PARTED } from './line-breaks.ts';
import { pathsOf } from './sample-pages.ts';
import { overflow, showPage } from './show-page.ts';

test('On a phone no page scrolls sideways, and no line breaks inside the name of a licence, before a number or before the symbol of a source.', async ({
  page,
  request,
}) => {
  let references = 0;
  await page.setViewportSize({ width: 320, height: 900 });
  await page.goto('./');
  for (const place of await pathsOf(request, () => true)) {
    await showPage(page, place);
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
