import type { Element, Nodes, Root } from 'hast';

/** The URLs of font files: fonts of every page, and fonts that only some texts need. */
export interface FontFiles {
  always: string[];
  bold?: string;
  italic?: string;
  cyrillic?: string;
}

const ITALIC = new Set(['em', 'i', 'cite']);

/** Lists the font files that the body of a page needs. A closed `details` element is not painted and needs none. */
export function fontPreloads(body: Root, { always, ...some }: FontFiles): string[] {
  const found = { bold: !some.bold, italic: !some.italic, cyrillic: !some.cyrillic };
  const look = (node: Nodes): void => {
    if (found.bold && found.italic && found.cyrillic) return;
    if (node.type === 'text') found.cyrillic ||= /\p{Script=Cyrillic}/u.test(node.value);
    if (node.type === 'element') {
      const { tagName, properties } = node;
      // Links to other languages are in the UI font, which uses a system font for other scripts.
      if ((tagName === 'details' && !properties.open) || properties.hrefLang) return;
      found.italic ||= ITALIC.has(tagName);
      found.bold ||= tagName === 'strong' || (tagName === 'h3' && isBold(node)) || isAssumed(properties.className);
    }
    if ('children' in node) node.children.forEach(look);
  };
  look(body);
  return [...always, ...(['bold', 'italic', 'cyrillic'] as const).flatMap((name) => (found[name] ? (some[name] ?? []) : []))];
}

/** Whether a heading of the third level is bold. Headings in lists are not bold: in a list of changes they have no id, in a list of answers they are links. */
const isBold = ({ properties, children }: Element): boolean =>
  Boolean(properties.id) &&
  !children.some((child) => child.type === 'element' && child.tagName === 'a' && ![child.properties.className].flat().includes('anchor-link'));

const isAssumed = (names: unknown): boolean => Array.isArray(names) && names.includes('assumed');
