/** Quotes a passage: as plain text and HTML for a letter, and as Markdown for a forum. */

/** Parts of the page that are not words of the text. */
const EXTRAS = '.anchor-link:empty, sup, [data-footnote-backref], .see-also, .status, .label, .level, .difference > .kicker, .synonyms';
const PARTS = 'p, li, blockquote, table, figure, dd';

export interface Quotation {
  plain: string;
  html: string;
  markdown: string;
}

/** Quotes elements, or the selected words in them, with a link to their source. `marks` are the quotation marks of the language. */
export function quote(
  elements: readonly Element[],
  { title, url, marks: [open = '“', close = '”'] }: { title: string; url: string; marks: readonly string[] },
): Quotation | undefined {
  const parts = (selectedIn(elements) ?? elements.flatMap(partsOf)).map(wordsOf).filter(Boolean);
  if (parts.length === 0) return undefined;
  const markdownLink = `[${title.replace(/[[\]\\]/g, '\\$&')}](${url})`;
  const html = parts.map((part) => `<p>${part.split('\n').map(escape).join('<br>')}</p>`).join('');
  return {
    plain: `${open}${parts.join('\n\n')}${close}\n— ${title}, ${url}`,
    html: `<blockquote>${html}</blockquote><p>— <a href="${escape(url)}">${escape(title)}</a></p>`,
    markdown: [...parts, `— ${markdownLink}`].map((text) => text.replace(/^/gm, '> ')).join('\n>\n'),
  };
}

/** Returns the words of an element. A row of a table is a line, with the head of the column before each cell but the first. */
export function wordsOf(element: Element): string {
  if (element.matches('figure')) return element.ariaLabel ?? element.querySelector('title')?.textContent ?? '';
  if (element instanceof HTMLTableElement) return rowsOf(element).join('\n');
  const copy = element.cloneNode(true) as Element;
  for (const extra of copy.querySelectorAll(EXTRAS)) extra.remove();
  return copy
    .textContent!.replace(/\s+/g, ' ')
    .replace(/\(\s+|\s+(?=[).,;])/g, (gap) => gap.trim())
    .trim();
}

function rowsOf({ rows }: HTMLTableElement): string[] {
  const [head, ...body] = [...rows].map((row) => [...row.cells].map(wordsOf));
  return body.map(([first = '', ...cells]) => {
    const named = cells.map((cell, at) => [head?.[at + 1], cell].filter(Boolean).join(': '));
    return [first, named.join('; ')].filter(Boolean).join(' — ');
  });
}

/** Returns the parts of an element that are quoted as separate paragraphs. */
function partsOf(element: Element): Element[] {
  if (element.matches('.difference, .paragraph, blockquote:has(> .translation)')) return [...element.querySelectorAll(':scope > p:not(.kicker)')];
  return [element];
}

/** Copies the words of the elements that are selected; undefined when none are. */
function selectedIn(elements: readonly Element[]): Element[] | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !elements.some((element) => selection.containsNode(element, true))) return undefined;
  const holder = document.createElement('div');
  holder.append(selection.getRangeAt(0).cloneContents());
  const parts = [...holder.querySelectorAll(PARTS)].filter((part) => !part.parentElement!.closest(PARTS));
  return parts.length > 1 ? parts : [holder];
}

const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
