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

/**
 * Characters without a width, which divide a word for the search, and soft hyphens. They come with a copied text. Joiners are ordinary in emoji and in
 * scripts that join letters.
 */
const WIDTHLESS = /[\u00ad\u180e\u200b\u2060-\u2064\ufeff]|(?<=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\d])[\u200c\u200d]/gu;

const NAMES: Readonly<Record<string, string>> = {
  '\u00ad': 'soft hyphen',
  '\u200b': 'zero width space',
  '\u200c': 'zero width non-joiner',
  '\u200d': 'zero width joiner',
  '\u2060': 'word joiner',
  '\ufeff': 'byte order mark',
};

/** Finds the invisible characters of a text, with their offsets and their names, such as `U+202E`. */
export const invisibleIn = (text: string, pattern = new RegExp(`${INVISIBLE.source}|${WIDTHLESS.source}`, 'gu')): { index: number; name: string }[] =>
  [...text.matchAll(pattern)].map(({ 0: found, index }) => {
    const name = `U+${found.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
    return { index, name: NAMES[found] ? `${name} (${NAMES[found]})` : name };
  });

/**
 * Returns the name of an invisible character that a character reference such as `&#x202e;` encodes in the tree of a page. A writer sees `&shy;`, so
 * characters without a width are allowed.
 */
export function invisibleInTree(tree: Root): string | undefined {
  for (const node of nodesIn(tree)) {
    const { children: _, data: __, position: ___, ...own } = node as Nodes & { children?: unknown };
    for (const { text } of stringsIn(own)) {
      const [found] = invisibleIn(text, INVISIBLE);
      if (found) return found.name;
    }
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
