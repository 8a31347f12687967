import type { VFileMessage } from 'vfile-message';
import { BLOCK_ELEMENTS } from '../markdown/html-blocks.ts';
import type { Point } from '../markdown/source-position.ts';

/** Returns the reason and the point of a parser error. Some errors contain their points only in the message, relative to the body. */
export function mdxError(error: Partial<VFileMessage>, body: string, shift: (point: Point) => Point): { reason: string; hint: string; at: Point } {
  if (error instanceof RangeError && error.message.includes('call stack')) return tooDeep(shift({ line: 1, column: 1 }));
  const said = error.reason ?? String(error);
  const first = POINT.exec(said);
  const own = { line: Number(first?.[1] ?? 1), column: Number(first?.[2] ?? 1) };
  // For an unclosed tag, the error has the point of the paragraph; the point of the tag is in the message.
  const at = error.line && !said.startsWith('Expected a closing tag for') ? { line: error.line, column: error.column ?? 1 } : own;
  const reason = said.replaceAll(
    new RegExp(POINT, 'g'),
    (_all, line: string, column: string) => `(${shift({ line: Number(line), column: 1 }).line}:${column})`,
  );
  const opened = said.startsWith('Unexpected end of file') ? openingBefore(at, body, said.includes('closing brace') ? '{' : '<') : undefined;
  return { reason, hint: hintFor(said, body.split(/\r?\n/)[at.line - 1] ?? '', at.column), at: shift(opened ?? at) };
}

/** The error of a page whose elements are nested too deeply. */
export const tooDeep = (at: Point): { reason: string; hint: string; at: Point } => ({
  reason: 'The page is nested too deeply.',
  hint: 'Use fewer quotations, lists, elements or brackets inside each other.',
  at,
});

/** Syntax in braces of other dialects and of templates. */
const BRACES: readonly [pattern: RegExp, hint: string][] = [
  [/^\s{0,3}#{1,6}\s.*\{\s*#([\w-]+)/, 'Write the id of a heading as [#$1].'],
  [/\{\{|\{%/, 'Templates are not filled in. Write the text itself, or a literal { as \\{.'],
  [/\{\+\+/, 'Write <ins>…</ins> for added text.'],
  [/\{--/, 'Write <del>…</del> for deleted text.'],
  [/\{==/, 'Write <mark>…</mark> for marked text.'],
  [/\{>>/, 'Write a comment as {/* … */}.'],
  [/\{:?\s*[.#][\w-]|\{:?\s*\w+=/, 'Delete it. There are no attributes in braces. Write a literal { as \\{.'],
];
const VOID = /^(?:br|hr|img|wbr|col|input|source)$/;

/** Returns the hint. `line` is the line of the error. */
function hintFor(said: string, line: string, column: number): string {
  if (said.includes('import/exports')) return 'A paragraph must not begin with the word import or export. Put another word first.';
  const [, address] = /<((?:https?:\/\/|mailto:)[^\s>]*|[^\s<>@]+@[^\s<>@]+)>?/.exec(line.slice(Math.max(0, line.lastIndexOf('<', column)))) ?? [];
  if (address) return `Write the address as a link: [text](${/^\w+:/.test(address) ? address : `mailto:${address}`}).`;
  if (/<!--/.test(line)) return 'Write a comment as {/* … */}.';
  const [, tag = ''] = /^Expected (?:a|the) closing tag (?:for )?`<\/?([\w-]+)>`/.exec(said) ?? [];
  if (VOID.test(tag)) return `Write <${tag} />.`;
  if (BLOCK_ELEMENTS.has(tag)) return `Put <${tag}> and </${tag}> on lines of their own, or all of it on one line.`;
  for (const [pattern, hint] of said.includes('expression') ? BRACES : []) {
    const found = pattern.exec(line);
    if (found) return hint.replace('$1', found[1] ?? '');
  }
  return 'Close every brace and tag. Write a literal { or < as \\{ or \\<, or put code in backquotes.';
}

/** Finds the unclosed brace or tag, if the parser only reports the end of the text. */
function openingBefore(end: Point, body: string, character: '{' | '<'): Point | undefined {
  const lines = body.split(/\r?\n/).slice(0, end.line);
  lines[end.line - 1] = lines.at(-1)!.slice(0, end.column);
  let closed = 0;
  for (let line = lines.length; line > 0; line -= 1) {
    const text = lines[line - 1]!;
    for (let column = text.length; column > 0; column -= 1) {
      if (text[column - 2] === '\\') continue;
      if (character === '{' && text[column - 1] === '}') closed += 1;
      if (text[column - 1] === character && closed-- === 0) return { line, column };
    }
  }
  return undefined;
}

const POINT = /\((\d+):(\d+)(?:-\d+:\d+)?\)/;
