/** Text fragments, `:~:text=` (https://wicg.github.io/scroll-to-text-fragment/). */

/** A longer selection is written as its first and last words. */
const MAX_WORDS = 10;
/** The number of first and of last words. */
const END_WORDS = 5;
/** The number of words in a prefix or suffix. */
const CONTEXT_WORDS = 3;
const LETTER = /[\p{L}\p{N}]/u;
const BLOCK = 'p, li, dd, dt, td, th, h1, h2, h3, blockquote, summary';

/** Returns the fragment directive of the selection; undefined if nothing in the elements is selected. */
export function textFragment(selection: Selection | null, elements: readonly Element[]): string | undefined {
  if (!selection || selection.isCollapsed || !elements.some((element) => selection.containsNode(element, true))) return undefined;
  const range = wholeWords(selection.getRangeAt(0).cloneRange());
  const from = blockOf(range.startContainer);
  const to = blockOf(range.endContainer);
  const head = document.createRange();
  head.setStart(range.startContainer, range.startOffset);
  if (from === to) head.setEnd(range.endContainer, range.endOffset);
  else head.setEndAfter(from.lastChild!);
  const tail = document.createRange();
  tail.setStart(to, 0);
  tail.setEnd(range.endContainer, range.endOffset);
  const first = words(head);
  if (first.length === 0) return undefined;
  if (from === to && first.length <= MAX_WORDS) return `:~:text=${inContext(first, range, from)}`;
  const last = (from === to ? first : words(tail)).slice(-END_WORDS);
  return `:~:text=${encode(first.slice(0, END_WORDS))}${last.length ? `,${encode(last)}` : ''}`;
}

/** Adds the words before and after, if the text occurs more than once in the page. */
function inContext(selected: string[], range: Range, block: Element): string {
  const all = words(rangeOver(document.querySelector('main')!)).join(' ');
  const text = selected.join(' ');
  if (all.indexOf(text) === all.lastIndexOf(text)) return encode(selected);
  const around = rangeOver(block);
  const before = around.cloneRange();
  before.setEnd(range.startContainer, range.startOffset);
  around.setStart(range.endContainer, range.endOffset);
  const prefix = words(before).slice(-CONTEXT_WORDS);
  const suffix = words(around).slice(0, CONTEXT_WORDS);
  return [prefix.length ? `${encode(prefix)}-` : '', encode(selected), suffix.length ? `-${encode(suffix)}` : ''].filter(Boolean).join(',');
}

/** Extends a range to whole words, because a browser does not match parts of words. */
function wholeWords(range: Range): Range {
  const { startContainer: start, endContainer: end } = range;
  const isLetter = (node: Node, at: number): boolean => LETTER.test(node.textContent![at] ?? '');
  let at = range.startOffset;
  if (start instanceof Text) {
    while (at > 0 && isLetter(start, at) && isLetter(start, at - 1)) at -= 1;
    range.setStart(start, at);
  }
  at = range.endOffset;
  if (end instanceof Text) {
    while (at > 0 && isLetter(end, at) && isLetter(end, at - 1)) at += 1;
    range.setEnd(end, at);
  }
  return range;
}

const blockOf = (node: Node): Element => (node instanceof Element ? node : node.parentElement!).closest(BLOCK) ?? document.querySelector('main')!;

const words = (range: Range): string[] => range.toString().split(/\s+/).filter(Boolean);

function rangeOver(element: Element): Range {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range;
}

/** Encodes words. A hyphen is syntax in a directive; `encodeURIComponent` already encodes a comma. */
const encode = (text: readonly string[]): string => encodeURIComponent(text.join(' ')).replaceAll('-', '%2D');
