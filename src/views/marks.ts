import type { Tree } from '../model/decision.ts';

/**
 * Write the style that marks, in the drawing of a tree, the node that the address names: the anchors stand in the list,
 * and a drawing cannot know the fragment otherwise without a script.
 */
export function marks({ order }: Tree): string {
  const selectors = order.map((id) => `main:has(#${id}:target) [data-node="${id}"] .shape`);
  return `${selectors.join(',\n')} {\n  stroke: var(--accent);\n  stroke-width: 3px;\n}\n`;
}
