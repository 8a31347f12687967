import { expect, type Page } from 'playwright/test';

/** Opens a tree and expects its drawing to begin at the first question, with readable text. */
export async function expectFirstQuestion(page: Page, tree: string): Promise<void> {
  await page.goto(tree);
  await page.locator('.drawing > summary').click();
  const first = await page.locator('.tree-list h3').first().getAttribute('id');
  const frame = (await page.locator('.diagram-frame').boundingBox())!;
  await expect
    .poll(async () => {
      const node = (await page.locator(`.diagram [data-node="${first}"]`).boundingBox())!;
      return node.x >= frame.x && node.x + node.width <= frame.x + frame.width;
    }, tree)
    .toBe(true);
  const letters = await page
    .locator('.diagram tspan')
    .evaluateAll((spans) =>
      Math.min(...spans.map((span) => parseFloat(getComputedStyle(span).fontSize) * (span as SVGTSpanElement).getScreenCTM()!.a)),
    );
  expect(letters, tree).toBeGreaterThanOrEqual(12);
}
