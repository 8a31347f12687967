import type { Element, ElementContent, Root } from 'hast';
import type { VFile } from 'vfile';
import { visit } from 'unist-util-visit';
import { stringsOf } from '../i18n/index.ts';
import { languageOf } from './file-locale.ts';
import { NOTES } from './footnotes.ts';

/** The id of a block ends in its number. */
const BLOCK = /\.(\d+)$/;

/**
 * Give every heading, block and note of a page its mark: a link to its own address, on which the menu opens where scripts run.
 * A heading is its own mark, as on MDN. The mark of a block holds no text: a copied or indexed passage stays clean.
 */
export function anchorLinks() {
  return (tree: Root, file: VFile): void => {
    const words = stringsOf(languageOf(file) ?? '').blocks;
    visit(tree, 'element', (node: Element) => {
      const { tagName, properties } = node;
      const id = typeof properties.id === 'string' ? properties.id : '';
      if (!id || id === NOTES) return;
      const number = BLOCK.exec(id)?.[1];
      if (/^h[2-6]$/.test(tagName) && !holdsLink(node)) node.children = [mark(id, {}, node.children)];
      else if (number) homeOf(node)?.children.push(mark(id, { ariaLabel: `${words.passage} ${number}` }));
      else if (tagName === 'li' && id.startsWith('fn-')) homeOf(node)!.children.push(mark(id, { ariaLabel: words.note }));
    });
  };
}

const mark = (id: string, properties: Element['properties'], children: ElementContent[] = []): Element => ({
  type: 'element',
  tagName: 'a',
  properties: { className: ['anchor-link'], href: `#${id}`, ...properties },
  children,
});

const holdsLink = (node: Element): boolean => node.children.some((child) => child.type === 'element' && (child.tagName === 'a' || holdsLink(child)));

/** Find the element of a block that may hold a link: of a table its first cell, of a note its last paragraph. */
function homeOf(node: Element): Element | undefined {
  const elements = node.children.filter((child) => child.type === 'element');
  switch (node.tagName) {
    case 'p':
    case 'blockquote':
    case 'th':
    case 'td':
      return node;
    case 'li':
      return node.properties.id?.toString().startsWith('fn-') ? (elements.findLast(({ tagName }) => tagName === 'p') ?? node) : node;
    case 'table':
    case 'thead':
    case 'tbody':
    case 'tr':
      return elements[0] && homeOf(elements[0]);
    default:
      return undefined;
  }
}
