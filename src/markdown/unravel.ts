import type { Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';

/**
 * Unwraps a paragraph that contains only components, and marks elements that the text writes, which no component replaces. MDX does so before
 * any plugin runs (https://github.com/mdx-js/mdx/blob/main/packages/mdx/lib/plugin/remark-mark-and-unravel.js).
 */
export function unravel() {
  return (tree: Root): void => {
    visit(tree, (node) => {
      if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') node.data = Object.assign({}, node.data, { _mdxExplicitJsx: true });
    });
    visit(tree, 'paragraph', (paragraph, index, parent) => {
      if (!parent || index === undefined) return undefined;
      const isBlank = (node: RootContent): boolean => node.type === 'text' && !/[^\t\n\r ]/.test(node.value);
      const rest = paragraph.children.filter((child) => !isBlank(child));
      if (rest.length === 0 || !rest.every(({ type }) => type in FLOW)) return undefined;
      parent.children.splice(index, 1, ...(rest.map((child) => ({ ...child, type: FLOW[child.type as keyof typeof FLOW] })) as never[]));
      return index;
    });
  };
}

const FLOW = { mdxJsxTextElement: 'mdxJsxFlowElement', mdxTextExpression: 'mdxFlowExpression' } as const;
