import type { Text } from 'mdast';

/** A point of a text: line and column, counted from 1. */
export interface Point {
  line: number;
  column: number;
}

/** A point of a text with its offset, counted from 0. */
export interface OffsetPoint extends Point {
  offset: number;
}

/** Returns the point in the source of a character, by its index in the value of a text node. Fast if the index is higher than one of the previous two. */
export type SourceLocator = (index: number) => OffsetPoint | undefined;

/**
 * Compares the value of a text with its source, character by character. Escapes, entities, typographic quotes and dashes, indents and `>`
 * differ in length.
 */
export function sourceLocator(source: string, node: Text): SourceLocator {
  const start = node.position?.start;
  const offset = start?.offset;
  if (!start || offset === undefined) return () => undefined;
  const { value } = node;
  const first = { index: 0, line: start.line, column: start.column, offset };
  let at = { ...first };
  let before = first;
  const step = (): void => {
    const character = value[at.index]!;
    at.index += 1;
    if (character === '\n') {
      at.offset = source.indexOf('\n', at.offset) + 1;
      at.line += 1;
      at.column = 1;
      while (/[ \t>]/.test(source[at.offset] ?? '')) move(1);
      return;
    }
    // Most characters are the same.
    if (source[at.offset] === character && character !== '&' && character !== '\\') return move(1);
    const rest = source.slice(at.offset, at.offset + 40);
    const entity = /^&(?:#\w+|\w+);/.exec(rest)?.[0];
    if (entity && !value.startsWith(entity, at.index - 1)) {
      if (/[\uD800-\uDBFF]/.test(character)) at.index += 1;
      move(entity.length);
    } else if (/^\\[!-/:-@[-`{-~]/.test(rest) && rest[1] === character) move(2);
    else if (rest[0] === character) move(1);
    else move(TYPOGRAPHIC.exec(rest)?.[0].length ?? 1);
  };
  const move = (by: number): void => {
    at.offset += by;
    at.column += by;
  };
  return (index) => {
    if (index >= at.index) before = { ...at };
    else at = { ...(index >= before.index ? before : first) };
    while (at.index < index) step();
    return { line: at.line, column: at.column, offset: at.offset };
  };
}

/** Character sequences that `typographicPunctuation` replaces by one character. */
const TYPOGRAPHIC = /^(?:--|\.{3,}|\. \. \.|``|'')/;
