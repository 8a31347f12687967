/** The switch between the languages leads from a passage to the same passage, and back. */
import { expect, test } from 'playwright/test';
import { pathsOf } from '../../browser/sample-pages.ts';
import { random } from '../../random.ts';

const PASSAGES = 50;

test(`The switch leads from ${PASSAGES} random passages to the same in Russian and back.`, async ({ page, request, baseURL }) => {
  test.setTimeout(300_000);
  // `SEED=7` tries the same passages again.
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
  console.log(`SEED=${seed}`);
  const dice = random(seed);
  const pick = <T>(list: readonly T[]): T => list[dice(list.length)]!;
  const paths = (await pathsOf(request, ({ kind }) => kind !== 'walk')).filter((path) => !path.startsWith('/ru/'));
  for (let count = 0; count < PASSAGES; count += 1) {
    const path = pick(paths);
    await page.goto(path);
    // The heading of notes in the margin is only for screen readers, one pixel high.
    const ids = await page
      .locator('main [id]:not(.redirect-anchor, svg [id])')
      .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height > 2).map(({ id }) => id));
    const place = `${new URL(path, baseURL).href}#${pick(ids)}`;
    await page.goto(place);
    for (const [language, url] of [
      ['ru', place.replace(/^(https?:\/\/[^/]+)/, '$1/ru')],
      ['en', place],
    ] as const) {
      await page.locator(`.site-header a[hreflang=${language}]`).click();
      await expect(page, `${place}, SEED=${seed}`).toHaveURL(url);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page.locator(`[id="${new URL(url).hash.slice(1)}"]`), url).toBeInViewport();
    }
  }
});
