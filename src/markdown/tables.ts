import type { Root } from 'hast';
import { nodesIn } from './nodes-in.ts';

const ROWS = new Set(['table', 'thead', 'tbody', 'tr']);

/**
 * Turns the alignment of a column (`|---:|`) into a class: MDX would make an inline style of it, which the policy forbids. Removes the line breaks
 * between rows and cells, which MDX removes only from tables that are not compiled to HTML.
 */
export function tables() {
  return (tree: Root): void => {
    for (const element of nodesIn(tree)) {
      if (element.type !== 'element') continue;
      if (ROWS.has(element.tagName)) element.children = element.children.filter((child) => child.type !== 'text' || child.value.trim());
      const { properties } = element;
      const { align } = properties;
      if (align === undefined) continue;
      delete properties.align;
      properties.className = [...(Array.isArray(properties.className) ? properties.className : []), `align-${String(align)}`];
    }
  };
}
