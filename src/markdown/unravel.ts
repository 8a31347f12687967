import type { Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';

/**
 * Unwraps a paragraph that contains only components, as MDX does before any plugin runs
 * (https://github.com/mdx-js/mdx/blob/main/packages/mdx/lib/plugin/remark-mark-and-unravel.js), so that the model and Astro count the same
 * blocks.
 */
export function unravel() {
  return (tree: Root): void => {
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
