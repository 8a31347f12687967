import { delivered } from './lettering.ts';

/** A fault that Mermaid found in a source: its own reason, and the line of the source, counted from 1. */
export type Fault = { message: string; line?: number };

/**
 * Say what Mermaid found wrong, with the line as the writer counts it.
 *
 * Mermaid strips front matter, comments and leading blank lines before it counts; those are counted in again.
 */
export function faultIn(source: string, message: string, parsed?: number): Fault {
  const said = delivered(message);
  const counted = Number(/\bon line (\d+)/.exec(said)?.[1] ?? parsed ?? Number.NaN);
  const line = Number.isNaN(counted) ? undefined : countedLines(source)[counted - 1];
  return { message: reason(said), ...(line === undefined ? {} : { line }) };
}

function countedLines(source: string): number[] {
  const lines = source.split(/\r?\n/);
  const opening = /^\s*---\s*$/.test(lines[0] ?? '') ? lines.findIndex((line, at) => at > 0 && /^\s*---\s*$/.test(line)) + 1 : 0;
  const numbered = lines.map((text, at) => ({ text, number: at + 1 })).slice(opening);
  const kept = numbered.filter(({ text }) => !/^\s*%%(?!\{)./.test(text));
  return kept.slice(kept.findIndex(({ text }) => text.trim() !== '')).map(({ number }) => number);
}

/** Keep Mermaid's words, drop its picture of the place: the excerpt joins lines and the ruler under it fits no font. */
function reason(message: string): string {
  const [head = '', ...rest] = message.split('\n').map((line) => line.trim());
  const words = rest.at(-1) && !/^-*\^$/.test(rest.at(-1)!) ? rest.at(-1)! : head;
  return words.replace(/^(?:Parsing failed:\s*)?(?:Parse|Lexical) error on line \d+(?:, column \d+)?[.:]\s*/, '').trim() || head;
}
