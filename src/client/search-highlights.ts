/** Highlights the words of a search in the page, with the CSS Custom Highlight API, which leaves the DOM unchanged. */
import { decoded } from './decoded.ts';
import styles from '../styles/search-highlights.css?url';
import type { SearchStrings } from '../i18n/en.ts';
import { findHits } from '../search/snippet.ts';
import type { Handoff } from './highlight-handoff.ts';
import { button, element } from './dom.ts';
import { loadStylesheet } from './load-stylesheet.ts';

const ALL = 'search-hit';
const CURRENT = 'search-hit-current';
const BLOCK = 'a[href], p, li, dd, dt, td, th, h1, h2, h3, h4, blockquote, main';

/**
 * Highlights every form of the words in the text, scrolls to the first hit at or after the target of the URL, and shows buttons for the next
 * and the previous hit. If a key opened the page, they have the focus.
 */
export async function showHighlights({ marks, byKey }: Handoff, words: SearchStrings): Promise<void> {
  if (!('highlights' in CSS)) return;
  await loadStylesheet(styles);
  document.querySelector('.hit-navigation')?.remove();
  const ranges = rangesOf(document.querySelector('main') ?? document.body, marks);
  if (ranges.length === 0) return;
  CSS.highlights.set(ALL, new Highlight(...ranges));
  let current = startOf(ranges);
  const count = element('span', { role: 'status' });
  const next = button(words.next, () => goTo(current + 1));
  const bar = element(
    'div',
    { className: 'hit-navigation', role: 'group', 'aria-label': words.results },
    count,
    button(words.previous, () => goTo(current - 1)),
    next,
    button(words.dismiss, dismiss),
  );
  const onKey = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape' && !document.querySelector('dialog[open]')) dismiss();
  };
  document.querySelector('main')!.append(bar);
  addEventListener('keydown', onKey);
  if (byKey) keepFocus(next);
  // A screen reader announces a status only when it changes after its creation.
  requestAnimationFrame(() => goTo(current));

  function goTo(index: number): void {
    current = (index + ranges.length) % ranges.length;
    const range = ranges[current]!;
    CSS.highlights.set(CURRENT, new Highlight(range));
    count.textContent = words.found(current + 1, ranges.length);
    const { top, bottom } = range.getBoundingClientRect();
    if (top < 60 || bottom > innerHeight - 80) scrollBy({ top: top - innerHeight / 3, behavior: 'instant' });
  }

  function dismiss(): void {
    CSS.highlights.delete(ALL);
    CSS.highlights.delete(CURRENT);
    removeEventListener('keydown', onKey);
    if (bar.contains(document.activeElement)) focusBlock(ranges[current]!);
    bar.remove();
  }
}

/** Focuses an element, and again after the page is loaded: a browser that scrolls to a fragment removes the focus. */
function keepFocus(element: HTMLElement): void {
  element.focus({ preventScroll: true });
  const again = (): unknown => requestAnimationFrame(() => document.activeElement === document.body && element.focus({ preventScroll: true }));
  if (document.readyState === 'complete') again();
  else addEventListener('load', again, { once: true });
}

/** Focuses the block of a hit, so that Tab and a screen reader continue there. */
function focusBlock({ startContainer }: Range): void {
  const block = startContainer.parentElement!.closest<HTMLElement>(BLOCK);
  if (!block || block.matches('a[href]')) return block?.focus({ preventScroll: true });
  block.tabIndex = -1;
  block.addEventListener('blur', () => block.removeAttribute('tabindex'), { once: true });
  block.focus({ preventScroll: true });
}

/** Finds the words in the visible text, in document order. */
function rangesOf(root: Element, marks: ReadonlyMap<string, number>): Range[] {
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement!;
    if (parent.closest('nav, script, style, noscript, svg, .related') || !parent.checkVisibility()) continue;
    for (const { from, to } of findHits(node.textContent ?? '', marks)) {
      const range = new Range();
      range.setStart(node, from);
      range.setEnd(node, to);
      ranges.push(range);
    }
  }
  return ranges;
}

/** Returns the index of the first hit in or after the target of the URL. */
function startOf(ranges: readonly Range[]): number {
  const target = document.getElementById(decoded(location.hash.slice(1)));
  if (!target) return 0;
  const at = ranges.findIndex(
    (range) => target.compareDocumentPosition(range.startContainer) & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY),
  );
  return Math.max(0, at);
}
