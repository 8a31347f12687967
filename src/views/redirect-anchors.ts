/** Anchors in a page for the addresses that redirect to it. Servers never receive a fragment, so the page itself must resolve it. */
import {
  attributeOf,
  elementsIn,
  hasClass,
  isElement,
  makeElement,
  makeText,
  type HtmlElement,
  type HtmlNode,
  type HtmlParent,
} from './html-tree.ts';

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
export const isRedirectAnchor = (node: HtmlNode): boolean => isElement(node) && hasClass(node, CLASS);

/** Elements that contain the anchor, because no other element may precede them in their parent. */
const INNER = new Set(['li', 'dd', 'td']);

/** Inserts an element for each old address before its target element; if that is missing, at the beginning of the text. */
export function placeRedirects(tree: HtmlParent, anchors: readonly RedirectAnchor[]): void {
  if (anchors.length === 0) return;
  const elements = elementsIn(tree);
  const places = new Map<string, HtmlElement>();
  for (const element of elements) {
    const id = attributeOf(element, 'id');
    if (id !== undefined && !places.has(id)) places.set(id, element);
  }
  const text = elements.find((element) => hasClass(element, 'prose')) ?? tree;
  for (const anchor of anchors) {
    const place = places.get(anchor.on);
    if (!place) text.childNodes.unshift(elementOf(anchor));
    else if (INNER.has(place.tagName)) place.childNodes.unshift(elementOf(anchor));
    else {
      const { childNodes } = place.parentNode!;
      childNodes.splice(childNodes.indexOf(place), 0, elementOf(anchor));
    }
  }
}

function elementOf({ name, line, lang, to }: RedirectAnchor): HtmlElement {
  const link = to
    ? [makeText(' '), makeElement('a', { href: to.href, ...(to.lang ? { lang: to.lang, hreflang: to.lang } : {}) }, [makeText(to.title)])]
    : [];
  return makeElement('div', { class: CLASS, id: name }, line ? [makeElement('p', lang ? { lang } : {}, [makeText(line), ...link])] : []);
}
