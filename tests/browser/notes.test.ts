import { expect, test, type APIRequestContext } from 'playwright/test';
import { misplacedNotes } from './margin-notes.ts';
import { pathsOf } from './sample-pages.ts';
import { showPage } from './show-page.ts';

const pagesWithNotes = (request: APIRequestContext) => pathsOf(request, ({ kind }) => kind === 'note');

test('In a wide window each note is beside its reference or below the previous note, and overlaps nothing.', async ({ page, request }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const paths = await pagesWithNotes(request);
  expect(paths.length).toBeGreaterThan(1);
  for (const path of paths) expect(await misplacedNotes(page, path)).toEqual([]);
});

test('On a phone the notes of every page are a list below the text.', async ({ page, request }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('./');
  const errors: string[] = [];
  for (const path of await pagesWithNotes(request)) {
    await showPage(page, path);
    const { tops, last } = await page.evaluate(() => ({
      tops: [...document.querySelectorAll('.footnotes li')].map((note) => note.getBoundingClientRect().top),
      last: Math.max(...[...document.querySelectorAll('.footnote-ref')].map((reference) => reference.getBoundingClientRect().bottom)),
    }));
    if (tops.length === 0 || tops[0]! < last || tops.some((top, at) => at > 0 && top <= tops[at - 1]!)) errors.push(path);
  }
  expect(errors).toEqual([]);
});

for (const width of [390, 1440]) {
  test(`A reference links to its note and the note back to the text, at ${width} pixels.`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.goto('./concepts/crossing/');
    const reference = page.locator('.footnote-ref').last();
    const note = page.locator(`[id="${(await reference.getAttribute('href'))!.slice(1)}"]`);
    await reference.click();
    // If the notes are a list below the text, the number opens a popover whose title links to the note.
    if (width === 390) await page.locator('#preview .kicker a').click();
    await expect(note).toBeInViewport();
    await note.locator('[data-footnote-backref]').first().click();
    await expect(page).toHaveURL(new RegExp(`#${await reference.getAttribute('id')}$`));
    await expect(reference).toBeInViewport();
  });
}
