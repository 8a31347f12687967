/** Finds the query words in a text, and returns the part with most of them. */
import { analyze, type Term } from './analyzer.ts';

/** A part of a text, and whether it is highlighted. */
export type Piece = [text: string, marked: boolean];

export interface Snippet {
  /** The fragment of the block; empty without one. */
  block: string;
  pieces: Piece[];
}

/** The approximate length of a snippet in characters. */
const LENGTH = 200;

/** The terms of each block, analyzed once for all queries. */
const cache = new WeakMap<object, Term[]>();

function termsOfBlock(block: readonly [id: string, text: string]): Term[] {
  const terms = cache.get(block) ?? analyze(block[1]);
  cache.set(block, terms);
  return terms;
}

/** Returns the ranges of the highlighted words in a text, with their weights. */
export function findHits(
  text: string,
  marks: ReadonlyMap<string, number>,
  terms: readonly Term[] = analyze(text),
): { from: number; to: number; key: string; worth: number }[] {
  const found: { from: number; to: number; key: string; worth: number }[] = [];
  const prefixes = [...marks].filter(([key]) => key.endsWith('…')).map(([key, worth]) => [key.slice(0, -1), worth] as const);
  const inPhrase = phraseWorth(marks, terms);
  for (const term of terms) {
    const { key, from, to } = term;
    const worth = marks.get(key) ?? prefixes.find(([prefix]) => key.startsWith(prefix))?.[1] ?? inPhrase.get(term);
    const last = found.at(-1);
    if (worth === undefined) continue;
    if (last && from < last.to) {
      last.to = Math.max(to, last.to);
      if (worth > last.worth) Object.assign(last, { key, worth });
    } else found.push({ from, to, key, worth });
  }
  return found;
}

/** Finds the words of the phrases in `marks`: only where they follow each other. */
function phraseWorth(marks: ReadonlyMap<string, number>, terms: readonly Term[]): Map<Term, number> {
  const worth = new Map<Term, number>();
  const words = terms.filter(({ role }) => role === 'word' || role === 'reference');
  for (const [phrase, weight] of marks) {
    const keys = phrase.split(' ');
    if (keys.length < 2) continue;
    for (const start of words.keys()) {
      if (keys.every((key, at) => words[start + at]?.key === key)) for (const at of keys.keys()) worth.set(words[start + at]!, weight);
    }
  }
  return worth;
}

/** Splits a part of a text into highlighted and other pieces. */
function piecesOf(text: string, marks: readonly { from: number; to: number }[], from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  let end = from;
  for (const mark of marks) {
    if (mark.from < from || mark.to > to) continue;
    if (mark.from > end) pieces.push([text.slice(end, mark.from), false]);
    pieces.push([text.slice(mark.from, mark.to), true]);
    end = mark.to;
  }
  if (end < to) pieces.push([text.slice(end, to), false]);
  return pieces;
}

/** Returns the snippet of a record: the part with most of the query words. */
export function snippetOf(blocks: readonly (readonly [id: string, text: string])[], marks: ReadonlyMap<string, number>): Snippet {
  let best = { worth: -1, block: '', text: '', at: 0, found: [] as ReturnType<typeof findHits> };
  for (const whole of blocks) {
    const [block, text] = whole;
    const found = findHits(text, marks, termsOfBlock(whole));
    for (const [first, { from }] of found.entries()) {
      const seen = new Map<string, number>();
      for (const { to, key, worth } of found.slice(first)) {
        if (to - from > LENGTH) break;
        seen.set(key, Math.max(worth, (seen.get(key) ?? 0) + worth * 0.1));
      }
      const worth = [...seen.values()].reduce((sum, one) => sum + one, 0);
      if (worth > best.worth + 1e-9) best = { worth, block, text, at: from, found };
    }
  }
  if (best.worth < 0 && blocks[0]) best = { worth: 0, block: blocks[0][0], text: blocks[0][1], at: 0, found: [] };
  const { text, block } = best;
  const from = startOf(text, best.at);
  const to = endOf(text, from + LENGTH);
  const pieces = piecesOf(text, best.found, from, to);
  if (from > 0) pieces.unshift(['… ', false]);
  if (to < text.length) pieces.push([' …', false]);
  return { block, pieces };
}

/** Returns the start of a snippet: the start of the sentence if it is near, else of a word. */
function startOf(text: string, at: number): number {
  if (at < 90) return 0;
  const sentence = text.slice(0, at).search(/[.!?;:]\s+[^.!?;:]*$/);
  if (sentence >= 0 && at - sentence < 100) return sentence + /^.\s+/s.exec(text.slice(sentence))![0].length;
  const word = text.indexOf(' ', at - 50);
  return word >= 0 && word < at ? word + 1 : at;
}

/** Returns the end of a snippet. */
function endOf(text: string, at: number): number {
  if (at >= text.length - 20) return text.length;
  const space = text.lastIndexOf(' ', at);
  return space > at - 40 ? space : at;
}
