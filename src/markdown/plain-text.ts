import type { Node } from 'unist';
import { toString } from 'mdast-util-to-string';

/** Node types that are not part of the text. */
const SILENT = new Set(['citation', 'footnoteReference', 'diagram']);

/** Node types that contain blocks; a space separates the text of two blocks. */
const APART = new Set(['table', 'tableRow', 'list', 'listItem', 'blockquote', 'footnoteDefinition', 'mdxJsxFlowElement']);
const SPACE = { type: 'text', value: ' ' };

/** Returns the text of a node without citations, footnote references and diagrams. */
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
