import type { Element, ElementContent, Root } from 'hast';
import type { Address } from '../model/address.ts';
import { NOTES } from '../markdown/footnotes.ts';
import { nodesIn } from '../markdown/nodes-in.ts';
import type { Book } from '../model/book.ts';

/** The numbers and addresses of a book, for the links of its chapters. */
export type BookNumbers = Pick<Book, 'numbers' | 'addresses'>;

/** Embeds every chapter into the book. `data-entry` is the id of its entry, `data-deeper` the number of heading levels to add. */
export function embedChapters(tree: Root, book: BookNumbers): void {
  for (const chapter of nodesIn(tree)) {
    if (chapter.type !== 'element' || chapter.properties.dataEntry === undefined) continue;
    const { dataEntry, dataDeeper, ...properties } = chapter.properties;
    chapter.properties = properties;
    embedChapter(chapter, String(dataEntry), Number(dataDeeper), book);
  }
}

/**
 * Embeds the text of a page into the book. Its ids become addresses (`options` in `setup`: `setup.options`), links to the site become links
 * inside the book with a section number, headings get their numbers and `deeper` more levels, and each footnote follows the block that
 * refers to it.
 */
function embedChapter(chapter: Element, entry: Address, deeper: number, { numbers, addresses }: BookNumbers): void {
  moveFootnotes(chapter);
  for (const node of chapter.children) embed(node);

  function embed(element: ElementContent): void {
    if (element.type !== 'element') return;
    const { tagName, properties } = element;
    if (tagName === 'a') bindLink(element);
    // The ids in a diagram have its name as a prefix already, and are no addresses.
    if (tagName === 'svg') {
      for (const inner of nodesIn(element)) if (inner.type === 'element' && inner.tagName === 'a') bindLink(inner);
      return;
    }
    // Every tree has a section with the same label, which would be ambiguous in the book.
    if (tagName === 'section') delete properties.ariaLabel;
    const { id } = properties;
    if (typeof id === 'string') properties.id = `${entry}.${id}`;
    const level = /^h([2-5])$/.exec(tagName)?.[1];
    if (level) {
      element.tagName = `h${Number(level) + deeper}`;
      const number = typeof id === 'string' ? numbers.get(`${entry}.${id}`) : undefined;
      if (number && number !== numbers.get(entry)) element.children.unshift(numbering(number));
    }
    element.children.forEach(embed);
  }

  function bindLink({ properties }: Element): void {
    const href = String(properties.href ?? properties.xLinkHref ?? '');
    if (href.startsWith('#')) {
      properties.href = `#${entry}.${href.slice(1)}`;
      return;
    }
    const address = addresses.get(href);
    if (address === undefined) return;
    properties.href = `#${address}`;
    const number = numbers.get(address);
    if (number && address !== entry && !address.startsWith(`${entry}.`)) properties.dataNumber = number;
  }
}

/** Returns the number of a heading, with a no-break space: the outline of the PDF would lose a normal space. */
const numbering = (number: string): Element => ({
  type: 'element',
  tagName: 'span',
  properties: { className: ['number'] },
  children: [{ type: 'text', value: `${number}\u00a0` }],
});

/** Moves each footnote from the list to the first block that refers to it, directly or in another footnote. */
function moveFootnotes(chapter: Element): void {
  const list = chapter.children.find((node): node is Element => node.type === 'element' && 'dataFootnotes' in node.properties);
  if (!list) return;
  chapter.children.splice(chapter.children.indexOf(list), 1);
  const notes = new Map<string, Element>();
  for (const node of nodesIn(list)) if (node.type === 'element' && node.tagName === 'li') notes.set(`#${String(node.properties.id)}`, node);
  const order = [...notes.keys()];
  chapter.children = chapter.children.flatMap((block): ElementContent[] => {
    const own: Element[] = [];
    const collect = (from: ElementContent): void => {
      for (const node of nodesIn(from)) {
        if (node.type !== 'element' || !('dataFootnoteRef' in node.properties)) continue;
        const { properties } = node;
        delete properties.ariaDescribedBy;
        const note = notes.get(String(properties.href));
        if (!note || !notes.delete(String(properties.href))) continue;
        note.properties.value = String(order.indexOf(String(properties.href)) + 1);
        own.push(note);
        collect(note);
      }
    };
    collect(block as ElementContent);
    return own.length > 0 ? [block, { type: 'element', tagName: 'ol', properties: { className: [NOTES] }, children: own }] : [block];
  });
}
