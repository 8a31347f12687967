import type { Text } from 'mdast';

/** A point of the source, counted from 1, and its offset, counted from 0. */
export interface Point {
  line: number;
  column: number;
  offset: number;
}

/**
 * Find where in the source the sign at `index` of a text's value stands. The two differ in length by escapes, entities,
 * typographic quotes and dashes, and by the indents and `>` of every line but the first.
 */
export function pointAt(source: string, node: Text, index: number): Point | undefined {
  const start = node.position?.start;
  if (start?.offset === undefined) return undefined;
  let at = start.offset;
  for (let i = 0; i < index; i += 1) {
    const rest = source.slice(at, at + 40);
    const entity = /^&(?:#\w+|\w+);/.exec(rest)?.[0];
    if (node.value[i] === '\n') at = source.indexOf('\n', at) + 1 + /^[ \t>]*/.exec(source.slice(source.indexOf('\n', at) + 1))![0].length;
    else if (entity && !node.value.startsWith(entity, i)) {
      at += entity.length;
      if (/[\uD800-\uDBFF]/.test(node.value[i]!)) i += 1;
    } else if (/^\\[!-/:-@[-`{-~]/.test(rest) && rest[1] === node.value[i]) at += 2;
    else if (rest[0] === node.value[i]) at += 1;
    else at += TYPOGRAPHIC.exec(rest)?.[0].length ?? 1;
  }
  const before = source.slice(start.offset, at).split('\n');
  const column = before.length === 1 ? start.column + at - start.offset : before.at(-1)!.length + 1;
  return { line: start.line + before.length - 1, column, offset: at };
}

/** What the typographer turns into one sign. */
const TYPOGRAPHIC = /^(?:---?|\.\.\.|\. \. \.|``|'')/;
