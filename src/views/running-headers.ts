import type { Part } from '../model/book.ts';

/**
 * Returns the `@page` rules of the book: the name of the site in the header of every page but the first, and the title of the part on the
 * other side.
 */
export function runningHeaders(name: string, parts: readonly Pick<Part, 'id' | 'number' | 'title'>[]): string {
  return [
    `@page { @top-left { content: ${quoted(name)} } }`,
    '@page :first { @top-left { content: none } }',
    ...parts.flatMap(({ id, number, title }, at) => [
      `@page part-${at} { @top-right { content: ${quoted(`${number} ${title}`)} } }`,
      `[aria-labelledby='${id}'] { page: part-${at} }`,
    ]),
  ].join('\n');
}

/** Returns a CSS string. Escapes or replaces characters that would end the string (https://www.w3.org/TR/css-syntax-3/#serialization). */
const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&').replace(/\s+/g, ' ')}"`;
