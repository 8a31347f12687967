import type { Code, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** Mark every ```` ```mermaid ```` fence, so that it is rendered as the element `kb-diagram` and drawn at build time. */
export function diagrams() {
  return (tree: Root): void => {
    visit(tree, 'code', (code: Code) => {
      if (code.lang !== 'mermaid') return;
      code.data = {
        ...code.data,
        hName: 'kb-diagram',
        hProperties: { ...code.data?.hProperties, source: code.value },
        hChildren: [],
      };
    });
  };
}
