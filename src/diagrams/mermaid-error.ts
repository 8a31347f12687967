import { delivered } from './mermaid-escape.ts';

/** What Mermaid throws: its words, and where its parser was. */
export type Thrown = { message: string; hash?: { loc?: { first_line: number } } };

/** A fault that Mermaid found in a source: its own reason, and the line of the source, counted from 1. */
export type Fault = { message: string; line?: number };

/** Say what Mermaid found wrong, and where, with lines as the writer counts them. */
export function faultIn(source: string, thrown: Thrown): Fault {
  const said = delivered(thrown.message);
  const named = Number(/\bon line (\d+)/.exec(said)?.[1]);
  // At the end of the text the parser names the last line; the thing left open stands where its last token began.
  const parsed = said.endsWith(atEnd) ? (thrown.hash?.loc?.first_line ?? named) : named;
  const lines = countedLines(source);
  const line = parsed > 0 ? lines[Math.min(parsed, lines.length) - 1] : undefined;
  return { message: reason(said), ...(line === undefined ? {} : { line }) };
}

/**
 * The numbers of the lines that Mermaid counts: it takes out front matter, comments with the blank lines before them,
 * and all that is blank at the start, before it begins to count.
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

/** Keep Mermaid's words, without its picture of the place (it joins lines, and its ruler fits no font) and all but a few of the signs it would have taken. */
function reason(message: string): string {
  const lines = message.split('\n').map((line) => line.trim());
  const words = lines.findLast((line, at) => at > 0 && line !== '' && !/^-*\^$/.test(line) && lines[at - 1]!.endsWith('^')) ?? lines[0]!;
  const plain = words
    .replace(/^(?:Parsing failed:\s*)?(?:Parse|Lexical) error on line \d+(?:, column \d+)?[.:]\s*/, '')
    .replace(atEnd, 'got the end of the text');
  const [, signs = '', got = ''] = /^Expecting (.+), (got .+)$/.exec(plain) ?? [];
  const wanted = signs.split(', ');
  return wanted.length > 6 ? `Expecting ${wanted.slice(0, 5).join(', ')} or one of ${wanted.length - 5} more, ${got}` : plain;
}

const atEnd = "got '1'";
