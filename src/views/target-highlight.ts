import type { Tree } from '../model/decision-tree.ts';

/**
 * Writes the style that highlights the node of a drawing whose id is the fragment of the address. The anchors are in the
 * list, so without a script only `:has` connects them to the drawing.
 */
export function targetHighlight({ nodes }: Tree): string {
  const selectors = nodes.map(({ id }) => `main:has(#${id}:target) [data-node="${id}"] .shape`);
  return `${selectors.join(',\n')} {\n  stroke: var(--accent);\n  stroke-width: 3px;\n}\n`;
}
