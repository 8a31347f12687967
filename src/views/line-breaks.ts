/** Where a line may end, and where it may not. Code and drawings stay unchanged. */
import type { Element, ElementContent, Root, Text } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/** `art. 1334`, `section 7`, `point (d)`: an abbreviation, or the word for a part of a text, and its number. */
const NUMBERED = /(\p{Ll}\.|\b(?:answers?|assumptions?|notes?|points?|sections?))\s+(?=\d|\([a-z]\))/gu;

/** A point between two things stays with the first. */
const SEPARATED = /\s+(?=·)/g;

/** `ISO-8601.2`: browsers break a line between a hyphen and a digit after a letter. */
const VERSIONED = /(\p{Lu}{2,}-\d[\d.]*\d)/u;

/** `InteractingRemotely`: a word of code that may be longer than a line of a phone. */
const LONG = /[\p{L}\d]{18,}/gu;
const HUMP = /(?<=\p{Ll})(?=\p{Lu})/u;

const SKIPPED = new Set(['pre', 'code', 'script', 'style', 'svg']);

/**
 * Keeps together what belongs together in the text of a page: with no-break spaces, or with an element where an extra character
 * would be copied too. Lets a long word of code break where a part of it begins.
 */
export function lineBreaks(tree: Root): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'element' && SKIPPED.has(node.tagName)) return SKIP;
    if (node.type !== 'text' || !parent || index === undefined) return undefined;
    node.value = node.value.replace(NUMBERED, '$1\u00a0').replace(SEPARATED, '\u00a0');
    const pieces = node.value
      .split(VERSIONED)
      .flatMap((piece, at) => (at % 2 ? [element('span', { className: ['bound'] }, [text(piece)])] : broken(piece)));
    if (pieces.every(({ type }) => type === 'text')) return undefined;
    parent.children.splice(index, 1, ...pieces);
    return [SKIP, index + pieces.length];
  });
}

/** Splits a text at the places where a long word may break. */
function broken(value: string): ElementContent[] {
  const marked = value.replace(LONG, (word) => word.split(HUMP).join('\0'));
  const [first, ...rest] = marked.split('\0');
  return [...(first ? [text(first)] : []), ...rest.flatMap((part) => [element('wbr', {}, []), text(part)])];
}

const text = (value: string): Text => ({ type: 'text', value });

const element = (tagName: string, properties: Element['properties'], children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});
