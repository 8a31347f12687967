/** The text of a block in one piece, across emphasis and links, with the source of each character. */
import type { Nodes, Text } from 'mdast';
import { sourceLocator, type OffsetPoint } from './source-position.ts';

export interface BlockText {
  value: string;
  /** Returns the point in the source of the character at an index. */
  at(index: number): OffsetPoint | undefined;
  /** Whether the character at an index is part of a bare URL, which is its own link text. */
  isInUrl(index: number): boolean;
}

/** Blocks whose children are phrasing content. */
const BLOCKS = new Set(['paragraph', 'heading', 'tableCell']);
const PHRASING = new Set(['text', 'emphasis', 'strong', 'delete', 'link', 'linkReference', 'mdxJsxTextElement', 'inlineCode', 'break']);

/** The character in place of a node without text, such as code or an image. */
const OBJECT = '\uFFFC';

/** Returns the text of a block; undefined for a node that has no text of its own, or is part of a block. */
export function textOfBlock(node: Nodes, source: string): BlockText | undefined {
  const own =
    BLOCKS.has(node.type) && 'children' in node
      ? node.children
      : node.type === 'mdxJsxFlowElement'
        ? node.children.filter(({ type }) => PHRASING.has(type))
        : [];
  if (own.length === 0) return undefined;
  const pieces: { node: Text; start: number; isUrl: boolean }[] = [];
  let value = '';
  const add = (part: Nodes, isUrl: boolean): void => {
    if (part.type === 'text') {
      pieces.push({ node: part, start: value.length, isUrl });
      value += part.value;
    } else if (part.type === 'break') value += '\n';
    else if ('children' in part && PHRASING.has(part.type)) {
      const isOwnUrl = part.type === 'link' && isAutolink(part.url, part.children);
      for (const child of part.children) add(child, isUrl || isOwnUrl);
    } else value += OBJECT;
  };
  for (const child of own) add(child, false);
  const pieceAt = (index: number) => pieces.findLast(({ start }) => start <= index);
  return {
    value,
    at: (index) => {
      const piece = pieceAt(index);
      return piece && index < piece.start + piece.node.value.length ? sourceLocator(source, piece.node)(index - piece.start) : undefined;
    },
    isInUrl: (index) => pieceAt(index)?.isUrl ?? false,
  };
}

const isAutolink = (url: string, children: readonly Nodes[]): boolean => {
  const [only, ...rest] = children;
  return only?.type === 'text' && rest.length === 0 && url.endsWith(only.value);
};
