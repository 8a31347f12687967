/** Anchors in a page for the addresses that redirect to it. Servers never receive a fragment, so the page itself must resolve it. */
import type { Element, ElementContent, Parents, Root } from 'hast';
import { nodesIn } from '../markdown/nodes-in.ts';

/** An old address on a page. */
export interface RedirectAnchor {
  /** The old fragment. */
  name: string;
  /** The id of the element to which the old address redirects; empty for the top of the text. */
  on: string;
  /** The notice for the reader; empty for none. */
  line: string;
  /** The new place of the passage, if it is on another page. */
  to?: { href: string; title: string; lang?: string } | undefined;
  /** The language of the notice, if it differs from that of the surrounding text. */
  lang?: string | undefined;
}

const CLASS = 'redirect-anchor';

/** Whether a node is such an anchor. */
export const isRedirectAnchor = (node: ElementContent): boolean =>
  node.type === 'element' && Array.isArray(node.properties.className) && node.properties.className.includes(CLASS);

/** Elements that contain the anchor, because no other element may precede them in their parent. */
const INNER = new Set(['li', 'dd', 'td']);

/** Inserts an element for each old address before its target element; if that is missing, at the beginning of the text. */
export function placeRedirects(tree: Root, anchors: readonly RedirectAnchor[]): void {
  if (anchors.length === 0) return;
  const places = new Map<string, { element: Element; parent: Parents }>();
  let text: Parents = tree;
  for (const parent of nodesIn(tree)) {
    if (!('children' in parent)) continue;
    for (const element of parent.children) {
      if (element.type !== 'element') continue;
      const { id, className } = element.properties;
      if (typeof id === 'string' && !places.has(id)) places.set(id, { element, parent });
      if (text === tree && Array.isArray(className) && className.includes('prose')) text = element;
    }
  }
  for (const anchor of anchors) {
    const place = places.get(anchor.on);
    if (!place) text.children.unshift(elementOf(anchor));
    else if (INNER.has(place.element.tagName)) place.element.children.unshift(elementOf(anchor));
    else place.parent.children.splice(place.parent.children.indexOf(place.element), 0, elementOf(anchor));
  }
}

function elementOf({ name, line, lang, to }: RedirectAnchor): Element {
  const link = to ? [text(' '), make('a', { href: to.href, ...(to.lang ? { lang: to.lang, hrefLang: to.lang } : {}) }, [text(to.title)])] : [];
  return make('div', { className: [CLASS], id: name }, line ? [make('p', lang ? { lang } : {}, [text(line), ...link])] : []);
}

const text = (value: string): ElementContent => ({ type: 'text', value });

const make = (tagName: string, properties: Element['properties'], children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});
