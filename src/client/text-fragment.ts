/** The part of a link that names words: `:~:text=` (https://wicg.github.io/scroll-to-text-fragment/). */

/** A selection longer than this is named by its first and last words. */
const WHOLE = 10;
const ENDS = 5;
const CONTEXT = 3;
const LETTER = /[\p{L}\p{N}]/u;
const BLOCK = 'p, li, dd, dt, td, th, h1, h2, h3, blockquote, summary';

/** Name the words selected in a passage, or give undefined where none are. */
export function directiveOf(selection: Selection | null, elements: readonly Element[]): string | undefined {
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
  if (from === to && first.length <= WHOLE) return `:~:text=${inContext(first, range, from)}`;
  const last = (from === to ? first : words(tail)).slice(-ENDS);
  return `:~:text=${encode(first.slice(0, ENDS))}${last.length ? `,${encode(last)}` : ''}`;
}

/** Words that stand in the page more than once are told apart by those around them. */
function inContext(named: string[], range: Range, block: Element): string {
  const all = words(rangeOver(document.querySelector('main')!)).join(' ');
  const text = named.join(' ');
  if (all.indexOf(text) === all.lastIndexOf(text)) return encode(named);
  const around = rangeOver(block);
  const before = around.cloneRange();
  before.setEnd(range.startContainer, range.startOffset);
  around.setStart(range.endContainer, range.endOffset);
  const prefix = words(before).slice(-CONTEXT);
  const suffix = words(around).slice(0, CONTEXT);
  return [prefix.length ? `${encode(prefix)}-` : '', encode(named), suffix.length ? `-${encode(suffix)}` : ''].filter(Boolean).join(',');
}

/** A browser looks for whole words only. */
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

/** A hyphen and a comma mean something in a directive; a comma is encoded as it is. */
const encode = (text: readonly string[]): string => encodeURIComponent(text.join(' ')).replaceAll('-', '%2D');
