/**
 * The book is assembled from the finished pages: the text of a page is made into a chapter together with the page, and is put into the book when all
 * pages are there. Only then are the numbers known.
 */
import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Address } from '../model/address.ts';
import { NOTES } from '../markdown/footnotes.ts';
import { nodesIn } from '../markdown/nodes-in.ts';
import type { Book } from '../model/book.ts';
import { isRedirectAnchor } from './redirect-anchors.ts';

/** The numbers and addresses of a book, for the links of its chapters. */
export type BookNumbers = Pick<Book, 'numbers' | 'addresses'>;

/** A text for the book. Its links and headings have marks, which `fillBook` replaces. */
export interface ChapterText {
  entry: Address;
  html: string;
  ids: string[];
  links: string[];
}

/** What the check of the built site knows of a page. */
interface Anchors {
  ids: Set<string>;
  links: Set<string>;
  errors: string[];
}

/** Marks of a link and of a heading. These characters are for internal use by programs (noncharacters of Unicode); no content has them. */
const LINK = '\ufdd0';
const HEADING = '\ufdd1';
const MARKED = /"\ufdd0([^"]*)"|\ufdd1([^\ufdd1]*)\ufdd1/g;

const PLACE = /<!--chapter ([^\s>]+)-->/g;

/** Returns the comment that marks the place of a chapter in a book. */
export const chapterPlace = (entry: Address): string => `chapter ${entry}`;

/** The number of levels between a heading of a page and the same heading of its chapter. */
export const CHAPTER_DEPTH = 2;

/** An element whose content is a chapter, the id of its entry, and the number of levels to add to its headings. */
export interface ChapterElement {
  element: Element;
  entry: Address;
  deeper: number;
}

/** Returns the elements of a page whose content is a chapter, and removes their attributes `data-entry` and `data-deeper`. */
export function chapterElements(tree: Root): ChapterElement[] {
  return nodesIn(tree).flatMap((element) => {
    if (element.type !== 'element' || element.properties.dataEntry === undefined) return [];
    const { dataEntry, dataDeeper, ...properties } = element.properties;
    element.properties = properties;
    return [{ element, entry: String(dataEntry), deeper: Number(dataDeeper) }];
  });
}

/**
 * Makes the content of an element into a chapter; changes the element. Its ids become addresses (`options` in `setup`: `setup.options`), headings get
 * `deeper` more levels, and each footnote follows the block that refers to it.
 */
export function chapterText({ element: chapter, entry, deeper }: ChapterElement): ChapterText {
  const ids: string[] = [];
  const links: string[] = [];
  moveFootnotes(chapter);
  embedAll(chapter);
  return { entry, html: toHtml(chapter.children, { collapseEmptyAttributes: true }), ids, links };

  function embed(element: ElementContent): void {
    if (element.type !== 'element') return;
    const { tagName, properties } = element;
    // The ids in a diagram have its name as a prefix already, and are no addresses.
    if (tagName === 'svg') {
      for (const inner of nodesIn(element)) {
        if (inner.type !== 'element') continue;
        if (typeof inner.properties.id === 'string') ids.push(inner.properties.id);
        markLink(inner);
      }
      return;
    }
    markLink(element);
    // Every tree has a section with the same label, which would be ambiguous in the book.
    if (tagName === 'section') delete properties.ariaLabel;
    const { id } = properties;
    if (typeof id === 'string') ids.push((properties.id = `${entry}.${id}`));
    const level = /^h([2-5])$/.exec(tagName)?.[1];
    if (level) {
      element.tagName = `h${Number(level) + deeper}`;
      if (typeof id === 'string') element.children.unshift({ type: 'text', value: `${HEADING}${entry}.${id}${HEADING}` });
    }
    embedAll(element);
  }

  function embedAll(parent: Element): void {
    // Anchors for old addresses are those of the page.
    parent.children = parent.children.filter((node) => !isRedirectAnchor(node));
    parent.children.forEach(embed);
  }

  function markLink({ tagName, properties }: Element): void {
    for (const name of ['href', 'xLinkHref', 'src']) {
      const href = properties[name];
      if (typeof href !== 'string') continue;
      const isOwn = tagName === 'a' && href.startsWith('#');
      links.push(isOwn ? `#${entry}.${href.slice(1)}` : href);
      if (tagName === 'a') properties[name] = isOwn ? links.at(-1) : LINK + href;
    }
  }
}

/**
 * Puts the chapters into the HTML of a book, and adds their ids and links to those of the page. Links to the site become links inside the book with a
 * section number, and headings get their numbers.
 */
export function fillBook(html: string, texts: ReadonlyMap<Address, ChapterText>, { numbers, addresses }: BookNumbers, anchors?: Anchors): string {
  return html.replace(PLACE, (_, entry: Address) => {
    const chapter = texts.get(entry);
    if (!chapter) throw new Error(`The book has no text for its chapter ${entry}.`);
    for (const id of anchors ? chapter.ids : []) {
      if (anchors!.ids.has(id)) anchors!.errors.push(`duplicate-id  “${id}” occurs twice.`);
      anchors!.ids.add(id);
    }
    for (const link of chapter.links) anchors?.links.add(inBook(link));
    return chapter.html.replace(MARKED, (__, href: string | undefined, heading: string) => {
      if (href !== undefined) return `"${inBook(href)}"${numberOf(addresses.get(href), entry)}`;
      const number = numbers.get(heading);
      // A no-break space, because the outline of the PDF would lose a normal one.
      return number && number !== numbers.get(entry) ? `<span class="number">${number}\u00a0</span>` : '';
    });
  });

  function inBook(href: string): string {
    const address = addresses.get(href);
    return address === undefined ? href : `#${address}`;
  }

  function numberOf(address: Address | undefined, entry: Address): string {
    const number = address !== undefined && address !== entry && !address.startsWith(`${entry}.`) && numbers.get(address);
    return number ? ` data-number="${number}"` : '';
  }
}

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
