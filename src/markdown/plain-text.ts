import type { Node } from 'unist';
import { toString } from 'mdast-util-to-string';

/** Node types that are not part of the text. */
const SILENT = new Set(['citation', 'footnoteReference', 'diagram']);

/** Node types that contain blocks; a space separates the text of two blocks. */
const APART = new Set(['table', 'tableRow', 'list', 'listItem', 'blockquote', 'footnoteDefinition', 'mdxJsxFlowElement']);
const SPACE = { type: 'text', value: ' ' };
/** The replacement of a node without text, from the private use area. */
const NOTHING = '\uE000';

/** Returns the text of a node without citations, footnote references and diagrams. */
export function plainText(node: Node): string {
  return (
    toString(bare(node))
      // The space before a citation goes with it: “a claim [@source].” is “a claim.”, but “on .NET” keeps its space.
      .replace(/(?:\s*\uE000)+\s*(?=[.,;:!?])/g, '')
      .replaceAll(NOTHING, '')
      .replace(/\s+/g, ' ')
      .trim()
  );
}

function bare(node: Node): Node {
  if (node.type === 'diagram') return { type: 'diagram' };
  if (!('children' in node)) return node;
  const children: Node[] = [];
  // A loop needs less of the stack than a callback; a page can have thousands of nested quotations.
  for (const child of node.children as Node[]) {
    children.push(SILENT.has(child.type) ? ({ type: 'text', value: NOTHING } as Node) : bare(child));
    if (APART.has(node.type)) children.push(SPACE);
  }
  return { ...node, children } as Node;
}
