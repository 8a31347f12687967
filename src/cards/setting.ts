/** Breaking a text into lines, by the true length of its words. */
import { setWord, type Weight, type Word } from './typeface.ts';

export interface Style {
  weight: Weight;
  /** Height of the type in pixels. */
  size: number;
  /** From line to line, as a multiple of the size. */
  leading: number;
  /** Added after each sign, in thousandths of the size. */
  tracking: number;
}

/** A word with its place on its line, in pixels. */
export interface Placed {
  word: Word;
  x: number;
}

export interface Setting {
  lines: Placed[][];
  style: Style;
  /** Nothing was cut off, and no word was broken. */
  whole: boolean;
  height: number;
}

/** A word that may begin a line, and whether a space parts it from the one before. */
interface Piece {
  text: string;
  word: Word;
  spaced: boolean;
  /** It is the rest of a word that was longer than a line. */
  broken?: true;
}

/** Set a text in lines of at most `width` pixels. What passes `most` lines is cut at a word. */
export function setText(text: string, style: Style, width: number, most = Infinity): Setting {
  return settingOf(breakLines(piecesOf(text, style.weight), style, width), style, width, most);
}

/** Set a text in as few lines as it needs, and these as even as they get without being narrower than `least` pixels. */
export function setEvenly(text: string, style: Style, width: number, least: number, most = Infinity): Setting {
  const pieces = piecesOf(text, style.weight);
  const widest = breakLines(pieces, style, width);
  let even = widest;
  for (let [low, high] = [least, width]; widest.length <= most && high - low > 4;) {
    const middle = (low + high) / 2;
    const lines = breakLines(pieces, style, middle);
    if (lines.length > widest.length) low = middle;
    else [high, even] = [middle, lines];
  }
  return settingOf(even, style, width, most);
}

/** Measure the longest line, in pixels. */
export function widthOf({ lines, style }: Setting): number {
  return Math.max(0, ...lines.flatMap((line) => line.map(({ word, x }) => x + lengthOf(word, style))));
}

function settingOf(all: readonly Piece[][], style: Style, width: number, most: number): Setting {
  const cut = all.length > most;
  const kept = all.slice(0, most);
  const lines = kept.map((line, at) => (cut && at === most - 1 ? shorten(line, style, width) : line));
  const broken = all.some(([first]) => first?.broken);
  return { lines: lines.map((line) => place(line, style)), style, whole: !cut && !broken, height: lines.length * style.size * style.leading };
}

/** Measure a word with its tracking, in pixels. */
const lengthOf = ({ width, glyphs }: Word, { size, tracking }: Style): number => ((width + glyphs.length * tracking) * size) / 1000;

/** A number stays with what it numbers, and in Russian a short word with the next. */
const STAYS =
  /(?<=(?:^|[\s(])(?:[А-яЁё]{1,2}|§{1,2}|№|(?:arts?|paras?|[Сс]т|п{1,2}|абз|ч|см|v|s)\.|[Nn]ote|[Ss]ection|[Aa]rticle))[ \t\n]+(?=[\d\p{L}(])/gu;
/** A line may break after a hyphen, a dash or a stroke, and inside a name such as AGPLv3InteractingRemotely. */
const PARTS = /(?<=[\p{L}\d][-–—/])(?=\p{L})|(?<=[\p{Ll}\d]{4})(?=\p{Lu}\p{Ll}{3})/u;

function piecesOf(text: string, weight: Weight): Piece[] {
  const chunks = text
    .replace(STAYS, '\u00a0')
    .split(/[ \t\n]+/)
    .filter(Boolean);
  return chunks.flatMap((chunk) => chunk.split(PARTS).map((part, at) => ({ text: part, word: setWord(part, weight), spaced: at === 0 })));
}

function breakLines(pieces: readonly Piece[], style: Style, width: number): Piece[][] {
  const space = lengthOf(setWord(' ', style.weight), style);
  const lines: Piece[][] = [];
  let end = Infinity;
  for (const piece of pieces.flatMap((one) => breakWord(one, style, width))) {
    const length = lengthOf(piece.word, style);
    end += length + (piece.spaced ? space : 0);
    if (end <= width) lines.at(-1)!.push(piece);
    else {
      lines.push([piece]);
      end = length;
    }
  }
  return lines;
}

/** Break a word that is longer than a line into halves that are not. */
function breakWord(piece: Piece, style: Style, width: number): Piece[] {
  const signs = [...piece.text];
  if (lengthOf(piece.word, style) <= width || signs.length < 2) return [piece];
  const half = Math.ceil(signs.length / 2);
  const [start, rest] = [signs.slice(0, half).join(''), signs.slice(half).join('')];
  return [
    { ...piece, text: start, word: setWord(start, style.weight) },
    { text: rest, word: setWord(rest, style.weight), spaced: false, broken: true as const },
  ].flatMap((one) => breakWord(one, style, width));
}

/** Drop words from the end of a line until an ellipsis fits on it. */
function shorten(line: readonly Piece[], style: Style, width: number): Piece[] {
  const kept = [...line];
  for (;;) {
    const last = kept.pop()!;
    const text = `${last.text.replace(/[\s.,;:–—-]+$/u, '')}…`;
    const closed = [...kept, { ...last, text, word: setWord(text, style.weight) }];
    if (kept.length === 0 || (text.length > 1 && widthOf(settingOf([closed], style, width, 1)) <= width)) return closed;
  }
}

function place(line: readonly Piece[], style: Style): Placed[] {
  let x = 0;
  return line.map(({ word, spaced }, at) => {
    if (spaced && at > 0) x += lengthOf(setWord(' ', style.weight), style);
    const placed = { word, x };
    x += lengthOf(word, style);
    return placed;
  });
}
