import type { Root, RootContent } from 'mdast';
import type { Literal } from 'unist';
import { nodesIn } from './nodes-in.ts';

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
    for (const parent of nodesIn(tree)) if ('children' in parent) parent.children = (parent.children as RootContent[]).map(diagramOf) as never[];
  };
}

/** Turns a Mermaid fence into a diagram node, because MDX would wrap a `code` node in `pre`. */
function diagramOf(node: RootContent): RootContent {
  if (node.type !== 'code' || node.lang !== 'mermaid') return node;
  const { value, position } = node;
  return { type: 'diagram', value, position, data: { hName: 'kb-diagram', hProperties: { source: value }, hChildren: [] } } as DiagramNode;
}
