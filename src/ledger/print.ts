/**
 * The fingerprint of a text: five signs that tell any change of its words, then each word once, in order, as twelve bits.
 * Shorter than the text by two thirds, exact enough to find it again when half of its words are others, and to see what was split or merged.
 */

/** Make the fingerprint of a text. Case, signs, spaces and the endings of long words make no difference to its words. */
export function printOf(text: string): string {
  const letters = text.normalize('NFC').toLowerCase();
  const signs: number[] = [];
  turn += 1;
  let whole = BASIS;
  let word = BASIS;
  let length = 0;
  for (let at = 0; at <= letters.length; at += 1) {
    const code = at < letters.length ? letters.charCodeAt(at) : SPACE;
    const counts = isLetter(code);
    if (counts) {
      whole = mix(whole, code);
      if (length < STEM) word = mix(word, code);
      length += 1;
    }
    if (length === 0 || (counts && !isIdeograph(code))) continue;
    const bits = (word ^ (word >>> 12) ^ (word >>> 24)) & 4095;
    if (seen[bits] !== turn) signs.push(CODES[bits >> 6]!, CODES[bits & 63]!);
    seen[bits] = turn;
    whole = mix(whole, SPACE);
    word = BASIS;
    length = 0;
  }
  const digest = [24, 18, 12, 6, 0].map((shift) => CODES[(whole >>> shift) & 63]!);
  return `${String.fromCharCode(...digest)}.${textOf(signs)}`;
}

/** The words of the text at hand bear the number of its turn. */
const seen = new Uint32Array(4096);
let turn = 0;

/** Twelve bits a word make at most 8,192 signs, which is few enough for one call. */
const textOf = (signs: readonly number[]): string => String.fromCharCode(...signs);

/** Read the words of a fingerprint. */
export function wordsOf(print: string): Set<number> {
  const words = new Set<number>();
  for (let at = DIGEST + 1; at + 1 < print.length; at += 2) words.add((VALUES[print.charCodeAt(at)]! << 6) | VALUES[print.charCodeAt(at + 1)]!);
  return words;
}

/** Count the words of a fingerprint, as a measure of how much text it stands for. */
export const lengthOf = (print: string): number => Math.max(0, (print.length - DIGEST - 1) >> 1);

/** Tell whether a string has the shape of a fingerprint. */
export const isPrint = (text: unknown): text is string => typeof text === 'string' && /^[\w-]{5}\.(?:[\w-]{2})*$/.test(text);

const CODES = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'].map((sign) => sign.charCodeAt(0));
const VALUES: number[] = [];
for (const [value, code] of CODES.entries()) VALUES[code] = value;

/** Signs of the digest. */
const DIGEST = 5;
/** Letters of a word that count: `extraction` and `extracted` are alike. */
const STEM = 6;
const SPACE = 32;

/** FNV-1a. */
const BASIS = 0x811c9dc5;
const mix = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193) >>> 0;

/** Letters and digits; told by ranges, so that no later edition of Unicode changes a fingerprint. */
function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
  return code >= 0xc0 && !(code >= 0x2000 && code <= 0x2bff) && !(code >= 0x3000 && code <= 0x303f) && !(code >= 0xfe00 && code <= 0xfe0f);
}

/** Signs that are words of their own. */
const isIdeograph = (code: number): boolean => code >= 0x3040 && code <= 0x9fff;
