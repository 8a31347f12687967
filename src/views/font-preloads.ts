import type { Element, Nodes, Root } from 'hast';

/** The URLs of font files: of those that every page needs, and of those that only some texts need. */
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
      // The name of a language in its own script is in the sans of the interface, which then is a font of the system.
      if ((tagName === 'details' && !properties.open) || properties.hrefLang) return;
      found.italic ||= ITALIC.has(tagName);
      found.bold ||= tagName === 'strong' || (tagName === 'h3' && isBold(node)) || isAssumed(properties.className);
    }
    if ('children' in node) node.children.forEach(look);
  };
  look(body);
  return [...always, ...(['bold', 'italic', 'cyrillic'] as const).flatMap((name) => (found[name] ? (some[name] ?? []) : []))];
}

/** Whether a heading of the third level is bold. Those of lists are not: they have no id, as in a list of changes, or are links, as in a list of answers. */
const isBold = ({ properties, children }: Element): boolean =>
  Boolean(properties.id) &&
  !children.some((child) => child.type === 'element' && child.tagName === 'a' && ![child.properties.className].flat().includes('anchor-link'));

const isAssumed = (names: unknown): boolean => Array.isArray(names) && names.includes('assumed');
