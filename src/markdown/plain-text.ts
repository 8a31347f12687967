import type { Nodes } from 'mdast';
import type { MdxTextExpression } from 'mdast-util-mdx-expression';
import type { MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import type { Node } from 'unist';
import { toString } from 'mdast-util-to-string';
import { BLOCK_ELEMENTS, nameOf } from './html-blocks.ts';

/** Node types that are not part of the text. */
const SILENT = new Set(['citation', 'footnoteReference', 'diagram']);

/** Node types that contain blocks; a space separates the text of two blocks. */
const APART = new Set(['table', 'tableRow', 'list', 'listItem', 'blockquote', 'footnoteDefinition', 'mdxJsxFlowElement']);
const SPACE = { type: 'text', value: ' ' };
/** The replacement of a node without text, from the private use area. */
const NOTHING = '\uE000';

/** Returns the text of a node without citations, footnote references and diagrams. */
export function plainText(node: Node): string {
  const text = toString(bare(node))
    // The space before a removed citation is removed too: “a claim [@source].” becomes “a claim.”, but “on .NET” keeps its space.
    .replace(/(?:\s*\uE000)+\s*(?=[.,;:!?])/g, '')
    .replaceAll(NOTHING, '');
  return singleSpaced(text).trim();
}

/** Replaces white space with single spaces. The expression matches only what changes, so it takes half as long as `\s+`. */
export const singleSpaced = (text: string): string => text.replace(/\s{2,}|[^\S ]/g, ' ');

function bare(node: Node): Node {
  if (node.type === 'diagram') return { type: 'diagram' };
  if (node.type === 'break') return SPACE;
  if (isExpression(node)) return { type: 'text', value: literalOf(node) ?? '' } as Node;
  const name = nameOf(node as Nodes);
  if (name === 'img') return { type: 'text', value: altOf(node as MdxJsxTextElement) } as Node;
  if (name === 'br') return SPACE;
  if (!('children' in node)) return node;
  const isApart = APART.has(node.type) || BLOCK_ELEMENTS.has(name);
  const children: Node[] = [];
  // A loop needs less of the stack than a callback; a page can have hundreds of nested quotations.
  for (const child of node.children as Node[]) {
    children.push(SILENT.has(child.type) ? ({ type: 'text', value: NOTHING } as Node) : bare(child));
    if (isApart) children.push(SPACE);
  }
  return { ...node, children } as Node;
}

const isExpression = (node: Node): node is MdxTextExpression => ['mdxTextExpression', 'mdxFlowExpression', 'mdxjsEsm'].includes(node.type);

/** Returns the text of an expression that is a literal, such as `{'a < b'}`; undefined for a comment. */
export function literalOf({ value }: { value: string }): string | undefined {
  const [, , text, number] = /^\s*(?:(['"`])(.*)\1|(\d[\d.]*))\s*$/s.exec(value) ?? [];
  return text ?? number;
}

const altOf = ({ attributes }: MdxJsxTextElement): string =>
  attributes.flatMap((one) => (one.type === 'mdxJsxAttribute' && one.name === 'alt' && typeof one.value === 'string' ? one.value : [])).join('');
