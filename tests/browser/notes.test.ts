import { expect, test } from 'playwright/test';

for (const place of ['./concepts/extraction/', './questions/must-the-student-be-agpl/', './concepts/distillation/']) {
  test(`On a wide window the notes of ${place} hang beside their references, none over another.`, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(place);
    await page.evaluate(() => document.fonts.ready);
    const notes = await page.evaluate(() => {
      const text = document.querySelector('.prose')!.getBoundingClientRect();
      return [...document.querySelectorAll('.footnotes li')].map((note) => {
        const box = note.getBoundingClientRect();
        const reference = document.querySelector(`.note-ref[href="#${note.id}"]`)!.getBoundingClientRect();
        return { top: box.top, bottom: box.bottom, left: box.left, right: box.right, textRight: text.right, reference: reference.top };
      });
    });
    expect(notes.length).toBeGreaterThan(0);
    notes.forEach(({ top, left, right, textRight, reference }, at) => {
      expect(left).toBeGreaterThan(textRight);
      expect(right).toBeLessThanOrEqual(1440);
      const free = Math.max(reference, notes[at - 1]?.bottom ?? -Infinity);
      expect(Math.abs(top - free)).toBeLessThan(30);
    });
  });
}

test('On a phone the notes are a list at the end, and the way back leads to the text.', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('./concepts/extraction/');
  await page.locator('.note-ref').first().click();
  await expect(page.locator('.footnotes li').first()).toBeInViewport();
  await page.locator('[data-footnote-backref]').first().click();
  await expect(page.locator('.note-ref').first()).toBeInViewport();
});
