import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Turns the alignment of a column (`|---:|`) into a class. MDX would make an inline style of it, which the policy forbids. */
export function tableAlignment() {
  return (tree: Root): void => {
    visit(tree, 'element', ({ properties }: Element) => {
      const { align } = properties;
      if (align === undefined) return;
      delete properties.align;
      properties.className = [...(Array.isArray(properties.className) ? properties.className : []), `align-${String(align)}`];
    });
  };
}
