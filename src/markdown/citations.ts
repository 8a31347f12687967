import type { PhrasingContent, Root, RootContent, Text } from 'mdast';
import type { Literal } from 'unist';
import type { VFile } from 'vfile';
import { nodesIn } from './nodes-in.ts';
import { sourceLocator, type SourceLocator } from './source-position.ts';

/** A cited work with its locator. */
export interface CitationItem {
  key: string;
  locator?: string;
}

/** `[@smith-2020, p. 5; @doe-2021]`, after Pandoc's citation syntax. */
export interface CitationNode extends Literal {
  type: 'citation';
  value: string;
  items: CitationItem[];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    citation: CitationNode;
  }
  interface RootContentMap {
    citation: CitationNode;
  }
}

const GROUP = /\[(@[^\][]+)\]/g;

/** Text that looks like a citation or a note but was not parsed as one: `[^unknown]`, `[@key locator]`, `[see @key]`. */
export const UNPARSED = /\[(?:[@^]|[^\][]*[^\][\p{L}\p{N}.]@[a-z0-9])[^\]]*\]?/gu;

/** Parses the text between the brackets. Returns undefined if a part does not begin with `@key`. A key with a Cyrillic letter is unknown. */
export function readCitation(text: string): CitationItem[] | undefined {
  const items = text.split(';').map((part) => /^\s*@([\p{L}\p{N}_.-]+)\s*(?:,\s*(.*\S))?\s*$/su.exec(part));
  if (items.some((match) => !match)) return undefined;
  return items.map((match) => ({ key: match![1]!, ...(match![2] ? { locator: match![2].replace(/\s+/g, ' ') } : {}) }));
}

/** Turns every `[@key, locator]` into a citation node, which is rendered as the element `kb-cite`. */
export function citations() {
  return (tree: Root, file: VFile): void => {
    const isCiting = (node: RootContent): node is Text => node.type === 'text' && node.value.includes('[@');
    for (const parent of nodesIn(tree)) {
      if (!('children' in parent) || !parent.children.some(isCiting)) continue;
      parent.children = (parent.children as RootContent[]).flatMap((node): RootContent[] =>
        isCiting(node) ? split(node, String(file)) : [node],
      ) as never[];
    }
  };
}

function split(node: Text, source: string): PhrasingContent[] {
  const pieces: PhrasingContent[] = [];
  const point = sourceLocator(source, node);
  let end = 0;
  for (const match of node.value.matchAll(GROUP)) {
    const items = readCitation(match[1]!);
    // A backslash makes the bracket literal.
    if (!items || source[point(match.index)?.offset ?? -1] === '\\') continue;
    if (match.index > end) pieces.push(part(node, end, match.index, point));
    const { position } = part(node, match.index, match.index + match[0].length, point);
    pieces.push({
      type: 'citation',
      value: match[0],
      items,
      position,
      data: { hName: 'kb-cite', hProperties: { items: JSON.stringify(items) } },
    } as CitationNode);
    end = match.index + match[0].length;
  }
  if (end < node.value.length) pieces.push(part(node, end, node.value.length, point));
  return pieces;
}

/** Returns a part of a text node with its own position in the source. */
export function part(node: Text, start: number, end: number, point: SourceLocator): Text {
  const from = point(start);
  const to = point(end);
  return { type: 'text', value: node.value.slice(start, end), ...(from && to ? { position: { start: from, end: to } } : {}) };
}
