import type { Element, Root } from 'hast';
import { EXIT, SKIP, visit } from 'unist-util-visit';

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
  visit(body, (node) => {
    if (node.type === 'text') found.cyrillic ||= /\p{Script=Cyrillic}/u.test(node.value);
    if (node.type !== 'element') return undefined;
    const { tagName, properties } = node;
    if (tagName === 'details' && !properties.open) return SKIP;
    // The name of a language in its own script is in the sans of the interface, which then is a font of the system.
    if (properties.hrefLang) return SKIP;
    found.italic ||= ITALIC.has(tagName);
    found.bold ||= tagName === 'strong' || (tagName === 'h3' && isBold(node)) || isAssumed(properties.className);
    return found.bold && found.italic && found.cyrillic ? EXIT : undefined;
  });
  return [...always, ...(['bold', 'italic', 'cyrillic'] as const).flatMap((name) => (found[name] ? (some[name] ?? []) : []))];
}

/** Whether a heading of the third level is bold. Those of lists are not: they have no id, as in a list of changes, or are links, as in a list of answers. */
const isBold = ({ properties, children }: Element): boolean =>
  Boolean(properties.id) &&
  !children.some((child) => child.type === 'element' && child.tagName === 'a' && ![child.properties.className].flat().includes('anchor-link'));

const isAssumed = (names: unknown): boolean => Array.isArray(names) && names.includes('assumed');
