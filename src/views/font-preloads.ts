import { attributeOf, hasClass, isElement, isText, type HtmlElement, type HtmlNode, type HtmlParent } from './html-tree.ts';

/** The URLs of font files: fonts of every page, and fonts that only some texts need. */
export interface FontFiles {
  always: string[];
  bold?: string;
  italic?: string;
  cyrillic?: string;
}

const ITALIC = new Set(['em', 'i', 'cite']);

/** Lists the font files that the body of a page needs. A closed `details` element is not painted and needs none. */
export function fontPreloads(body: HtmlParent, { always, ...some }: FontFiles): string[] {
  const found = { bold: !some.bold, italic: !some.italic, cyrillic: !some.cyrillic };
  const look = (node: HtmlNode): void => {
    if (found.bold && found.italic && found.cyrillic) return;
    if (isText(node)) found.cyrillic ||= /\p{Script=Cyrillic}/u.test(node.value);
    if (!isElement(node)) return;
    const { tagName } = node;
    // Links to other languages are in the UI font, which uses a system font for other scripts.
    if ((tagName === 'details' && attributeOf(node, 'open') === undefined) || attributeOf(node, 'hreflang')) return;
    found.italic ||= ITALIC.has(tagName);
    found.bold ||= tagName === 'strong' || (tagName === 'h3' && isBold(node)) || hasClass(node, 'assumed');
    node.childNodes.forEach(look);
  };
  body.childNodes.forEach(look);
  return [...always, ...(['bold', 'italic', 'cyrillic'] as const).flatMap((name) => (found[name] ? (some[name] ?? []) : []))];
}

/** Whether a heading of the third level is bold. Headings in lists are not bold: in a list of changes they have no id, in a list of answers they are links. */
const isBold = (heading: HtmlElement): boolean =>
  Boolean(attributeOf(heading, 'id')) &&
  !heading.childNodes.some((child) => isElement(child) && child.tagName === 'a' && !hasClass(child, 'anchor-link'));
