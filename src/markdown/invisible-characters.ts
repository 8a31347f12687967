import type { Nodes, Root } from 'mdast';
import { nodesIn } from './nodes-in.ts';

/**
 * Characters that no reader sees and that change what a text means: control characters, the embeddings and overrides of the writing direction, which
 * show the characters of a text in a different order, surrogates without a partner, noncharacters, which programs use as marks, and tags, which hide a
 * text from people but not from programs.
 * The emoji of some flags contain tags; marks of the direction and isolates are ordinary in texts with two directions.
 */
const INVISIBLE =
  /[^\P{Cc}\t\n\r]|\p{Cs}|[\u202a-\u202e\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff]|(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]*)[\u{e0000}-\u{e007f}]/gu;

/** Finds such characters of a text, with their offsets and their names, such as `U+202E`. */
export const invisibleIn = (text: string): { index: number; name: string }[] =>
  [...text.matchAll(INVISIBLE)].map(({ 0: found, index }) => ({
    index,
    name: `U+${found.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
  }));

/** Returns the name of an invisible character that a character reference such as `&#x202e;` encodes in the tree of a page. */
export function invisibleInTree(tree: Root): string | undefined {
  for (const node of nodesIn(tree)) {
    const { children: _, data: __, position: ___, ...own } = node as Nodes & { children?: unknown };
    for (const { text } of stringsIn(own)) if (invisibleIn(text)[0]) return invisibleIn(text)[0]!.name;
  }
  return undefined;
}

/** Lists the texts of a value, at any depth. */
export function stringsIn(value: unknown, path: readonly (string | number)[] = []): { path: readonly (string | number)[]; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  const parts: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return parts.flatMap(([key, part]) => stringsIn(part, [...path, key]));
}
