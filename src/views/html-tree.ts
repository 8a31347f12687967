/**
 * The HTML of a page as the tree of parse5, which browsers would build without scripts. A build changes and checks every page in this tree, because
 * the conversion to hast and back takes as long as the parser.
 */
import { html as names, parse, parseFragment, serialize, type DefaultTreeAdapterTypes } from 'parse5';

export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlParent = DefaultTreeAdapterTypes.ParentNode;
export type HtmlText = DefaultTreeAdapterTypes.TextNode;
type Attribute = HtmlElement['attrs'][number];

const OPTIONS = { scriptingEnabled: false };

/** Parses a document. */
export const parseHtml = (html: string): HtmlParent => parse(html, OPTIONS);

/** Parses a part of a body. */
export const parseHtmlFragment = (html: string): HtmlParent => parseFragment(html, OPTIONS);

/** Returns the HTML of the children of a node. */
export const innerHtml = (parent: HtmlParent): string => serialize(parent, OPTIONS);

export const isElement = (node: HtmlNode | undefined): node is HtmlElement => node !== undefined && 'tagName' in node;

export const isText = (node: HtmlNode | undefined): node is HtmlText => node?.nodeName === '#text';

/** Lists all elements in a node, each before its children; an element itself is the first. */
export function elementsIn(tree: HtmlParent): HtmlElement[] {
  const elements: HtmlElement[] = [];
  const add = (parent: HtmlParent): void => {
    if ('tagName' in parent) elements.push(parent);
    for (const child of parent.childNodes) if (isElement(child)) add(child);
  };
  add(tree);
  return elements;
}

/** Returns the value of an attribute without a prefix. */
export function attributeOf({ attrs }: HtmlElement, name: string): string | undefined {
  // A loop, because each element of each page is asked for several attributes.
  for (const attr of attrs) if (attr.name === name && !attr.prefix) return attr.value;
  return undefined;
}

/** Sets an attribute without a prefix. */
export function setAttribute({ attrs }: HtmlElement, name: string, value: string): void {
  const found = attrs.find(isNamed(name));
  if (found) found.value = value;
  else attrs.push({ name, value });
}

/** Removes attributes without a prefix. */
export function removeAttributes(element: HtmlElement, ...removed: string[]): void {
  element.attrs = element.attrs.filter((attr) => !removed.some((name) => isNamed(name)(attr)));
}

const isNamed =
  (name: string) =>
  (attr: Attribute): boolean =>
    attr.name === name && !attr.prefix;

/** Returns the name of an attribute with its prefix, for example `xlink:href`. */
export const nameOf = ({ prefix, name }: Attribute): string => (prefix ? `${prefix}:${name}` : name);

/** Whether a class is one of those of an element. */
export const hasClass = (element: HtmlElement, name: string): boolean => attributeOf(element, 'class')?.split(/\s+/).includes(name) ?? false;

/** Makes a text without a parent. */
export const makeText = (value: string): HtmlText => ({ nodeName: '#text', value, parentNode: null });

/** Makes an HTML element without a parent. */
export const makeElement = (tagName: string, attributes: Record<string, string>, childNodes: HtmlNode[]): HtmlElement => ({
  nodeName: tagName,
  tagName,
  attrs: Object.entries(attributes).map(([name, value]) => ({ name, value })),
  namespaceURI: names.NS.HTML,
  parentNode: null,
  childNodes,
});
