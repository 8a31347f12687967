import type { Node } from 'unist';
import { toString } from 'mdast-util-to-string';

/** Give the words of a node without its citations and marks of notes. */
export function plainText(node: Node): string {
  return toString(bare(node)).replace(/\s+([.,;:!?])/g, '$1').replace(/\s+/g, ' ').trim();
}

function bare(node: Node): Node {
  if (!('children' in node)) return node;
  const children = (node.children as Node[]).filter(({ type }) => type !== 'citation' && type !== 'footnoteReference');
  return { ...node, children: children.map(bare) } as Node;
}
