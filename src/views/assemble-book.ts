/**
 * The book is assembled from the finished pages: the text of a page is made into a chapter together with the page, and is put into the book when all
 * pages are there. Only then are the numbers known.
 */
import type { Address } from '../model/address.ts';
import { NOTES } from '../markdown/footnotes.ts';
import type { Book } from '../model/book.ts';
import {
  attributeOf,
  elementsIn,
  innerHtml,
  isElement,
  makeElement,
  makeText,
  nameOf,
  removeAttributes,
  setAttribute,
  type HtmlElement,
  type HtmlNode,
  type HtmlParent,
} from './html-tree.ts';
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

/** Attributes whose value is a URL. */
const LINKS = new Set(['href', 'xlink:href', 'src']);

const PLACE = /<!--chapter ([^\s>]+)-->/g;

/** Returns the comment that marks the place of a chapter in a book. */
export const chapterPlace = (entry: Address): string => `chapter ${entry}`;

/** The number of levels between a heading of a page and the same heading of its chapter. */
export const CHAPTER_DEPTH = 2;

/** An element whose content is a chapter, the id of its entry, and the number of levels to add to its headings. */
export interface ChapterElement {
  element: HtmlElement;
  entry: Address;
  deeper: number;
}

/** Returns the elements of a page whose content is a chapter, and removes their attributes `data-entry` and `data-deeper`. */
export function chapterElements(tree: HtmlParent): ChapterElement[] {
  return elementsIn(tree).flatMap((element) => {
    const entry = attributeOf(element, 'data-entry');
    if (entry === undefined) return [];
    const deeper = Number(attributeOf(element, 'data-deeper'));
    removeAttributes(element, 'data-entry', 'data-deeper');
    return [{ element, entry, deeper }];
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
  return { entry, html: innerHtml(chapter), ids, links };

  function embed(element: HtmlElement): void {
    const { tagName } = element;
    // The ids in a diagram have its name as a prefix already, and are no addresses.
    if (tagName === 'svg') {
      for (const inner of elementsIn(element)) {
        const id = attributeOf(inner, 'id');
        if (id !== undefined) ids.push(id);
        markLinks(inner);
      }
      return;
    }
    markLinks(element);
    // Every tree has a section with the same label, which would be ambiguous in the book.
    if (tagName === 'section') removeAttributes(element, 'aria-label');
    const id = attributeOf(element, 'id');
    if (id !== undefined) {
      ids.push(`${entry}.${id}`);
      setAttribute(element, 'id', `${entry}.${id}`);
    }
    const level = /^h([2-5])$/.exec(tagName)?.[1];
    if (level) {
      element.tagName = element.nodeName = `h${Number(level) + deeper}`;
      if (id !== undefined) element.childNodes.unshift(makeText(`${HEADING}${entry}.${id}${HEADING}`));
    }
    embedAll(element);
  }

  function embedAll(parent: HtmlElement): void {
    // Anchors for old addresses are those of the page.
    parent.childNodes = parent.childNodes.filter((node) => !isRedirectAnchor(node));
    parent.childNodes.filter(isElement).forEach(embed);
  }

  function markLinks({ tagName, attrs }: HtmlElement): void {
    for (const attr of attrs) {
      if (!LINKS.has(nameOf(attr))) continue;
      const isOwn = tagName === 'a' && attr.value.startsWith('#');
      const link = isOwn ? `#${entry}.${attr.value.slice(1)}` : attr.value;
      links.push(link);
      if (tagName === 'a') attr.value = isOwn ? link : LINK + link;
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
function moveFootnotes(chapter: HtmlElement): void {
  const list = chapter.childNodes.filter(isElement).find((element) => attributeOf(element, 'data-footnotes') !== undefined);
  if (!list) return;
  chapter.childNodes.splice(chapter.childNodes.indexOf(list), 1);
  const notes = new Map(elementsIn(list).flatMap((element) => (element.tagName === 'li' ? [[`#${attributeOf(element, 'id')}`, element]] : [])));
  const order = [...notes.keys()];
  chapter.childNodes = chapter.childNodes.flatMap((block): HtmlNode | HtmlNode[] => {
    const own: HtmlElement[] = [];
    const collect = (from: HtmlElement): void => {
      for (const element of elementsIn(from)) {
        if (attributeOf(element, 'data-footnote-ref') === undefined) continue;
        removeAttributes(element, 'aria-describedby');
        const href = attributeOf(element, 'href') ?? '';
        const note = notes.get(href);
        if (!note || !notes.delete(href)) continue;
        setAttribute(note, 'value', String(order.indexOf(href) + 1));
        own.push(note);
        collect(note);
      }
    };
    if (isElement(block)) collect(block);
    return own.length > 0 ? [block, makeElement('ol', { class: NOTES }, own)] : block;
  });
}
