import { expect, test } from 'playwright/test';
import { pathsOf } from './places.ts';

/** Give what the end of a line parts on a page, and how many places there were to part. */
const PARTED = () => {
  const parted: string[] = [];
  let places = 0;
  const tops = (range: Range | Element) => [...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => top);
  const range = document.createRange();
  const texts = document.createTreeWalker(document.querySelector('main')!, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    if (text.parentElement!.closest('svg, pre, code, details:not([open])')) continue;
    for (const { 0: words, index } of text.data.matchAll(/\p{Ll}\.\s\d+|\b(?:note|point|section) (?:\d+|\([a-z]\))|\p{Lu}{2,}-\d[\d.]*\d/gu)) {
      range.setStart(text, index);
      range.setEnd(text, index + words.length);
      places += 1;
      if (new Set(tops(range).map(Math.round)).size > 1) parted.push(words);
    }
  }
  for (const sign of document.querySelectorAll('.cite .status')) {
    const name = sign.parentElement!.querySelector('a')!;
    const last = [...name.getClientRects()].at(-1);
    places += 1;
    if (last && sign.getBoundingClientRect().top > last.bottom - 2) parted.push(`${name.textContent} | ${sign.textContent}`);
  }
  return { parted, places };
};

test('On a phone no line ends between an abbreviation and its number, in the name of a licence, or before the sign of a source.', async ({
  page,
  request,
}) => {
  test.slow();
  await page.setViewportSize({ width: 390, height: 844 });
  let all = 0;
  for (const path of await pathsOf(request, () => true)) {
    await page.goto(path);
    const { parted, places } = await page.evaluate(PARTED);
    expect(parted, path).toEqual([]);
    all += places;
  }
  expect(all).toBeGreaterThan(1000);
});
