import { expect, test } from 'playwright/test';
import { PARTED } from './line-breaks.ts';
import { pathsOf } from './sample-pages.ts';

test('On a phone no line breaks between an abbreviation and its number, in the name of a licence, or before the symbol of a source.', async ({
  page,
  request,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  let all = 0;
  for (const path of await pathsOf(request, () => true)) {
    await page.goto(path);
    const { parted, places } = await page.evaluate(PARTED);
    expect(parted, path).toEqual([]);
    all += places;
  }
  expect(all).toBeGreaterThan(50);
});
