/** Marks the words that were searched for in the page, without a change of its elements (CSS Custom Highlight API). */
import looks from '../styles/search-highlights.css?url';
import { findHits } from '../search/snippet.ts';
import type { Arrival } from './highlight-handoff.ts';
import { button, element } from './dom.ts';
import { wear } from './load-stylesheet.ts';
import { loadSearchStrings } from './search-strings.ts';

const ALL = 'searched';
const NOW = 'searched-now';
const PASSAGE = 'a[href], p, li, dd, dt, td, th, h1, h2, h3, h4, blockquote, main';

/** Mark every form of the words in the text of the page, go to the first from where the address leads, and show a way through them. Who came by a key has the keys on it. */
export async function markArrival({ marks, byKey }: Arrival): Promise<void> {
  if (!('highlights' in CSS)) return;
  const [words] = await Promise.all([loadSearchStrings(), wear(looks)]);
  document.querySelector('.arrival')?.remove();
  const ranges = rangesOf(document.querySelector('main') ?? document.body, marks);
  if (ranges.length === 0) return;
  CSS.highlights.set(ALL, new Highlight(...ranges));
  let now = startOf(ranges);
  const count = element('span', { role: 'status' });
  const next = button(words.next, () => go(now + 1));
  const bar = element(
    'div',
    { className: 'arrival', role: 'group', 'aria-label': words.results },
    count,
    button(words.previous, () => go(now - 1)),
    next,
    button(words.dismiss, dismiss),
  );
  const onKey = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape' && !document.querySelector('dialog[open]')) dismiss();
  };
  document.querySelector('main')!.append(bar);
  addEventListener('keydown', onKey);
  if (byKey) keepFocus(next);
  // What stands in a status from its first moment is not read out.
  requestAnimationFrame(() => go(now));

  function go(to: number): void {
    now = (to + ranges.length) % ranges.length;
    const range = ranges[now]!;
    CSS.highlights.set(NOW, new Highlight(range));
    count.textContent = words.found(now + 1, ranges.length);
    const { top, bottom } = range.getBoundingClientRect();
    if (top < 60 || bottom > innerHeight - 80) scrollBy({ top: top - innerHeight / 3, behavior: 'instant' });
  }

  function dismiss(): void {
    CSS.highlights.delete(ALL);
    CSS.highlights.delete(NOW);
    removeEventListener('keydown', onKey);
    if (bar.contains(document.activeElement)) readOn(ranges[now]!);
    bar.remove();
  }
}

/** Give the focus, and again if the browser lets go of it when it goes to the fragment, in the frame after the page has come whole. */
function keepFocus(to: HTMLElement): void {
  to.focus({ preventScroll: true });
  const again = (): unknown => requestAnimationFrame(() => document.activeElement === document.body && to.focus({ preventScroll: true }));
  if (document.readyState === 'complete') again();
  else addEventListener('load', again, { once: true });
}

/** Give the focus to the passage of the words for as long as it stays there: Tab, and a voice, go on from it. */
function readOn({ startContainer }: Range): void {
  const passage = startContainer.parentElement!.closest<HTMLElement>(PASSAGE);
  if (!passage || passage.matches('a[href]')) return passage?.focus({ preventScroll: true });
  passage.tabIndex = -1;
  passage.addEventListener('blur', () => passage.removeAttribute('tabindex'), { once: true });
  passage.focus({ preventScroll: true });
}

/** Find the words in the text that is shown, in its order. */
function rangesOf(root: Element, marks: ReadonlyMap<string, number>): Range[] {
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement!;
    if (parent.closest('nav, script, style, noscript, svg, .around') || !parent.checkVisibility()) continue;
    for (const { from, to } of findHits(node.textContent ?? '', marks)) {
      const range = new Range();
      range.setStart(node, from);
      range.setEnd(node, to);
      ranges.push(range);
    }
  }
  return ranges;
}

/** Choose the first mark that stands in the place of the address, or after it. */
function startOf(ranges: readonly Range[]): number {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return 0;
  const at = ranges.findIndex(
    (range) => target.compareDocumentPosition(range.startContainer) & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY),
  );
  return Math.max(0, at);
}
