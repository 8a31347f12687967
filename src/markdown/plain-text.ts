import type { Node } from 'unist';
import { toString } from 'mdast-util-to-string';

/** What a node may hold besides its words. */
const SILENT = new Set(['citation', 'footnoteReference', 'diagram']);

/** What holds blocks: the words of one do not run into those of the next. */
const APART = new Set(['table', 'tableRow', 'list', 'listItem', 'blockquote', 'footnoteDefinition', 'mdxJsxFlowElement']);
const SPACE = { type: 'text', value: ' ' };

/** Give the words of a node without its citations, marks of notes and diagrams. */
export function plainText(node: Node): string {
  return toString(bare(node))
    .replace(/\s+([.,;:!?])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

function bare(node: Node): Node {
  if (node.type === 'diagram') return { type: 'diagram' };
  if (!('children' in node)) return node;
  const children = (node.children as Node[]).filter(({ type }) => !SILENT.has(type)).map(bare);
  return { ...node, children: APART.has(node.type) ? children.flatMap((child) => [child, SPACE]) : children } as Node;
}
