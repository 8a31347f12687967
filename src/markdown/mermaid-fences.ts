import type { Code, Root } from 'mdast';
import type { Literal } from 'unist';
import { visit } from 'unist-util-visit';

/** A ```` ```mermaid ```` fence. */
export interface DiagramNode extends Literal {
  type: 'diagram';
  value: string;
}

declare module 'mdast' {
  interface RootContentMap {
    diagram: DiagramNode;
  }
}

/** Turns every ```` ```mermaid ```` fence into a diagram node, which is rendered as the element `kb-diagram`. */
export function mermaidFences() {
  return (tree: Root): void => {
    visit(tree, 'code', (code: Code, index, parent) => {
      if (code.lang !== 'mermaid' || !parent || index === undefined) return;
      const { value, position } = code;
      // A `code` node would be wrapped in `pre`.
      parent.children[index] = {
        type: 'diagram',
        value,
        position,
        data: { hName: 'kb-diagram', hProperties: { source: value }, hChildren: [] },
      } as DiagramNode;
    });
  };
}
