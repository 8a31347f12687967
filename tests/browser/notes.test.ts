import { expect, test, type APIRequestContext } from 'playwright/test';
import { pathsOf } from './places.ts';

const pagesWithNotes = (request: APIRequestContext) => pathsOf(request, ({ kind }) => kind === 'note');

/** About one line of the text: a note stands a little lower or higher than the small number that it belongs to. */
const LINE = 30;

test('In a wide window each note of every page hangs beside its reference or below the note before it, and over nothing.', async ({
  page,
  request,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const paths = await pagesWithNotes(request);
  expect(paths.length).toBeGreaterThan(1);
  const faults: string[] = [];
  for (const path of paths) {
    await page.goto(path);
    const seen = await page.evaluate(async () => {
      await document.fonts.ready;
      const box = (element: Element) => element.getBoundingClientRect();
      const notes = [...document.querySelectorAll('.footnotes li')].map((note) => {
        const { top, bottom, left, right } = box(note);
        return { id: note.id, top, bottom, left, right, reference: box(document.querySelector(`.footnote-ref[href="#${note.id}"]`)!).top };
      });
      return { notes, text: box(document.querySelector('.prose')!).right, end: box(document.querySelector('.site-footer')!).top };
    });
    if (seen.notes.length === 0) faults.push(`${path} shows no notes`);
    seen.notes.forEach(({ id, top, bottom, left, right, reference }, at) => {
      const before = seen.notes[at - 1]?.bottom ?? -Infinity;
      const said = `${path}#${id}`;
      if (left <= seen.text || right > 1440) faults.push(`${said} is not in the margin: from ${left} to ${right}`);
      if (top < before - 0.5) faults.push(`${said} overlaps the note before it by ${before - top}`);
      if (Math.abs(top - Math.max(reference, before)) > LINE)
        faults.push(`${said} is at ${top}, its reference at ${reference}, the note before ends at ${before}`);
      if (bottom > seen.end) faults.push(`${said} reaches ${bottom - seen.end} into the foot of the page`);
    });
  }
  expect(faults).toEqual([]);
});

test('On a phone the notes of every page are a list below the text.', async ({ page, request }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const faults: string[] = [];
  for (const path of await pagesWithNotes(request)) {
    await page.goto(path);
    const { tops, last } = await page.evaluate(() => ({
      tops: [...document.querySelectorAll('.footnotes li')].map((note) => note.getBoundingClientRect().top),
      last: Math.max(...[...document.querySelectorAll('.footnote-ref')].map((reference) => reference.getBoundingClientRect().bottom)),
    }));
    if (tops.length === 0 || tops[0]! < last || tops.some((top, at) => at > 0 && top <= tops[at - 1]!)) faults.push(path);
  }
  expect(faults).toEqual([]);
});

for (const width of [390, 1440]) {
  test(`A reference leads to its note and the note back to the text, at ${width} pixels.`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.goto('./concepts/crossing/');
    const reference = page.locator('.footnote-ref').last();
    const note = page.locator(`[id="${(await reference.getAttribute('href'))!.slice(1)}"]`);
    await reference.click();
    // Where notes are a list below the text, the number opens a card whose title leads to the note.
    if (width === 390) await page.locator('#preview .kicker a').click();
    await expect(note).toBeInViewport();
    await note.locator('[data-footnote-backref]').first().click();
    await expect(page).toHaveURL(new RegExp(`#${await reference.getAttribute('id')}$`));
    await expect(reference).toBeInViewport();
  });
}
