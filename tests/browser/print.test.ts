/** A page on paper. Chromium lays out print differently, so the tests read the printed PDF. */
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import { expect, test } from 'playwright/test';

const MILLIMETRE = 72 / 25.4;
/** The edges of the print area on A4, with the margins of `print.css`. */
const [LEFT, RIGHT] = [12 * MILLIMETRE, (210 - 25) * MILLIMETRE];

/** Returns the left and the right edge of every link of a file, in points. */
function edges(file: PDFDocument): [left: number, right: number][] {
  return file.getPages().flatMap(({ node }) =>
    (node.Annots()?.asArray() ?? []).map((one): [number, number] => {
      const box = file.context.lookup(one, PDFDict).lookup(PDFName.of('Rect'), PDFArray);
      return [box.lookup(0, PDFNumber).asNumber(), box.lookup(2, PDFNumber).asNumber()];
    }),
  );
}

for (const path of ['decide/may-cross/', 'map/', 'concepts/tide/'])
  test(`A drawing is scaled to the paper, and none of its nodes is cut off: ${path}`, async ({ page }) => {
    await page.goto(`./${path}`);
    const nodes = await page.locator('svg.diagram a').count();
    await page.evaluate(() => document.querySelectorAll('a:not(svg a)').forEach((link) => link.removeAttribute('href')));
    const file = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true, format: 'A4' }));
    const printed = edges(file);
    expect(nodes).toBeGreaterThan(2);
    expect(printed.length).toBe(nodes);
    // A drawing that is cut off ends exactly at the edge; a complete one leaves a small gap.
    for (const [left, right] of printed) {
      expect(left).toBeGreaterThan(LEFT + 0.5);
      expect(right).toBeLessThan(RIGHT - 0.5);
    }
  });

test('On paper a text has the same height from a narrow and from a wide window, where the notes are in the margin.', async ({ page }) => {
  const pages = async (width: number): Promise<number> => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('./concepts/crossing/');
    await page.evaluate(() => document.fonts.ready);
    return (await PDFDocument.load(await page.pdf({ preferCSSPageSize: true, format: 'A4' }))).getPageCount();
  };
  const narrow = await pages(390);
  expect(await pages(1440)).toBe(narrow);
  // With many long notes the text is made higher on the screen.
  await page.evaluate(() => document.querySelector<HTMLElement>('.prose')!.style.setProperty('min-block-size', '9000px'));
  expect((await PDFDocument.load(await page.pdf({ preferCSSPageSize: true, format: 'A4' }))).getPageCount()).toBe(narrow);
});

test('On paper a heading has no underline, and there are no buttons.', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto('./concepts/crossing/');
  for (const heading of await page.locator('h1 a, h2 a').all()) await expect(heading).toHaveCSS('text-decoration-line', 'none');
  for (const pressed of await page.locator('button, input, dialog, .anchor-link:empty').all()) await expect(pressed).toBeHidden();
});
