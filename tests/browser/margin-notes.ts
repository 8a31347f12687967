import type { Page } from 'playwright/test';

/** About one line of the text: a note is a little lower or higher than its number. */
const LINE = 30;

/** Opens a page in a window 1440 pixels wide. Lists the notes that are not in the margin beside their reference or below the previous note. */
export async function misplacedNotes(page: Page, path: string): Promise<string[]> {
  const errors: string[] = [];
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
  if (seen.notes.length === 0) errors.push(`${path} shows no notes`);
  seen.notes.forEach(({ id, top, bottom, left, right, reference }, at) => {
    const before = seen.notes[at - 1]?.bottom ?? -Infinity;
    const said = `${path}#${id}`;
    if (left <= seen.text || right > 1440) errors.push(`${said} is not in the margin: from ${left} to ${right}`);
    if (top < before - 0.5) errors.push(`${said} overlaps the note before it by ${before - top}`);
    if (Math.abs(top - Math.max(reference, before)) > LINE)
      errors.push(`${said} is at ${top}, its reference at ${reference}, the note before ends at ${before}`);
    if (bottom > seen.end) errors.push(`${said} reaches ${bottom - seen.end} into the foot of the page`);
  });
  return errors;
}
