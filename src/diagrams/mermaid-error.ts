import { decodeEntities } from './mermaid-escape.ts';

/** The error that Mermaid throws: its message, and the position of its parser. */
export type Thrown = { message: string; hash?: { loc?: { first_line: number } } };

/** An error in a source: Mermaid's message, and the line of the source, counted from 1. */
export type DiagramError = { message: string; line?: number };

/** Converts an error of Mermaid to a short message and a line of the source as the author sees it. */
export function mermaidError(source: string, thrown: Thrown): DiagramError {
  const text = decodeEntities(thrown.message);
  const named = Number(/\bon line (\d+)/.exec(text)?.[1]);
  // At the end of the source the message has the last line; the unclosed token starts at the position of the parser.
  const parsed = text.endsWith(atEnd) ? (thrown.hash?.loc?.first_line ?? named) : named;
  const lines = countedLines(source);
  const line = parsed > 0 ? lines[Math.min(parsed, lines.length) - 1] : undefined;
  return { message: shorten(text), ...(line === undefined ? {} : { line }) };
}

/**
 * Lists the numbers of the lines that Mermaid counts. It removes front matter, comments with the blank lines before them, and blank lines
 * at the start before it counts.
 */
function countedLines(source: string): number[] {
  const lines = source.trimEnd().split(/\r?\n/);
  const fence = /^\s*---\s*$/;
  const opening = fence.test(lines[0] ?? '') ? lines.findIndex((line, at) => at > 0 && fence.test(line)) + 1 : 0;
  const counted: number[] = [];
  const isBlank = (number = 0) => number > 0 && /^\s*(?:%%\{.*\}%%\s*)?$/.test(lines[number - 1]!);
  for (let number = opening + 1; number <= lines.length; number++) {
    if (/^\s*%%(?!\{)./.test(lines[number - 1]!)) while (isBlank(counted.at(-1))) counted.pop();
    else if (counted.length > 0 || !isBlank(number)) counted.push(number);
  }
  return counted;
}

/** Shortens a message of Mermaid: without its excerpt of the source and its pointer line, and with at most five of the expected tokens. */
function shorten(message: string): string {
  const lines = message.split('\n').map((line) => line.trim());
  const words = lines.findLast((line, at) => at > 0 && line !== '' && !/^-*\^$/.test(line) && lines[at - 1]!.endsWith('^')) ?? lines[0]!;
  const plain = words
    .replace(/^(?:Parsing failed:\s*)?(?:Parse|Lexical) error on line \d+(?:, column \d+)?[.:]\s*/, '')
    .replace(atEnd, 'got the end of the text');
  const [, tokens = '', got = ''] = /^Expecting (.+), (got .+)$/.exec(plain) ?? [];
  const expected = tokens.split(', ');
  return expected.length > 6 ? `Expecting ${expected.slice(0, 5).join(', ')} or one of ${expected.length - 5} more, ${got}` : plain;
}

const atEnd = "got '1'";
