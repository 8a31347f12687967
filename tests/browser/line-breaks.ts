/** Runs in a page. Returns the references that a line break splits, and the number of references. */
export const PARTED = () => {
  const parted: string[] = [];
  let places = 0;
  const tops = (range: Range | Element) => [...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => top);
  const range = document.createRange();
  const texts = document.createTreeWalker(document.querySelector('main')!, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    if (text.parentElement!.closest('svg, pre, code, details:not([open])')) continue;
    for (const { 0: words, index } of text.data.matchAll(/\p{Ll}\.\s\d+|\b(?:indent|note|point|section) (?:\d+|\([a-z]\))|\p{Lu}{2,}-\d[\d.]*\d/gu)) {
      range.setStart(text, index);
      range.setEnd(text, index + words.length);
      places += 1;
      if (new Set(tops(range).map(Math.round)).size > 1) parted.push(words);
    }
  }
  for (const status of document.querySelectorAll('.cite .status')) {
    const name = status.parentElement!.querySelector('a')!;
    const last = [...name.getClientRects()].at(-1);
    places += 1;
    if (last && status.getBoundingClientRect().top > last.bottom - 2) parted.push(`${name.textContent} | ${status.textContent}`);
  }
  return { parted, places };
};
