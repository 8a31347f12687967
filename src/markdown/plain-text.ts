import type { Node } from 'unist';
import { toString } from 'mdast-util-to-string';

/** What a node may hold besides its words. */
const SILENT = new Set(['citation', 'footnoteReference', 'diagram']);

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
  const children = (node.children as Node[]).filter(({ type }) => !SILENT.has(type));
  return { ...node, children: children.map(bare) } as Node;
}
