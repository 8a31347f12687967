/** The fonts of the first paint. A preload starts earlier than the request by the stylesheet, which would be too late for it. */
import type { Element, Root } from 'hast';
import { isCyrillic } from '../i18n/languages.ts';
import { EXIT, SKIP, visit } from 'unist-util-visit';
import literata from '../fonts/literata.woff2?url';
import bold from '../fonts/literata-bold.woff2?url';
import cyrillic from '../fonts/literata-cyrillic.woff2?url';
import italic from '../fonts/literata-italic.woff2?url';
import unkerned from '../fonts/literata-unkerned.woff2?url';
import golos from '../fonts/golos-text.woff2?url';
import golosCyrillic from '../fonts/golos-text-cyrillic.woff2?url';

const ITALIC = new Set(['em', 'i', 'cite']);

/** Lists the font files that the body of a page needs. A closed `details` element is not painted and needs none. */
export function fontPreloads(body: Root, lang: string): string[] {
  const found = { bold: false, italic: false, cyrillic: false };
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
  // Pages in Russian use one weight for both scripts, without kerning (`styles/fonts.css`).
  if (isCyrillic(lang)) return [unkerned, golos, cyrillic, golosCyrillic];
  return [literata, golos, ...(found.bold ? [bold] : []), ...(found.italic ? [italic] : []), ...(found.cyrillic ? [cyrillic] : [])];
}

/** Whether a heading of the third level is bold. Those of lists are not: they have no id, as in a list of changes, or are links, as in a list of answers. */
const isBold = ({ properties, children }: Element): boolean =>
  Boolean(properties.id) &&
  !children.some((child) => child.type === 'element' && child.tagName === 'a' && ![child.properties.className].flat().includes('anchor-link'));

const isAssumed = (names: unknown): boolean => Array.isArray(names) && names.includes('assumed');
