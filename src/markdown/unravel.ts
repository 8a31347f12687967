import type { Root, RootContent } from 'mdast';
import { nodesIn } from './nodes-in.ts';

/**
 * Unwraps a paragraph that contains only components, and marks the elements that the page writes as HTML, so that no component replaces them. MDX
 * does so before any plugin runs (https://github.com/mdx-js/mdx/blob/main/packages/mdx/lib/plugin/remark-mark-and-unravel.js).
 */
export function unravel() {
  return (tree: Root): void => {
    for (const node of nodesIn(tree)) {
      if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') node.data = Object.assign({}, node.data, { _mdxExplicitJsx: true });
      if ('children' in node) node.children = (node.children as RootContent[]).flatMap(unwrapped) as never[];
    }
  };
}

/** Returns the components of a paragraph that contains nothing else, or the node itself. */
function unwrapped(node: RootContent): RootContent[] {
  if (node.type !== 'paragraph') return [node];
  const rest = node.children.filter((child) => child.type !== 'text' || /[^\t\n\r ]/.test(child.value));
  if (rest.length === 0 || !rest.every(({ type }) => type in FLOW)) return [node];
  for (const child of rest) Object.assign(child, { type: FLOW[child.type as keyof typeof FLOW] });
  return rest;
}

const FLOW = { mdxJsxTextElement: 'mdxJsxFlowElement', mdxTextExpression: 'mdxFlowExpression' } as const;
