/** The site's own typeface, read for measuring and drawing: Literata upright, in the scripts and weights that cards use. */
import { readFileSync } from 'node:fs';
import { Blob, Buffer as Run, Face, Font, Variation, shape, type SvgPathCommand } from 'harfbuzzjs';

export type Weight = 400 | 600;

/** A sign ready to be drawn. Lengths are in thousandths of the size of the type. */
export interface Glyph {
  /** The same for the same drawing, across all words. */
  key: string;
  outline: () => SvgPathCommand[];
  /** From the start of its word, and above the line. */
  x: number;
  y: number;
}

/** A piece of text between two places where a line may break. */
export interface Word {
  glyphs: Glyph[];
  /** The length, in thousandths of the size of the type. */
  width: number;
}

/** In the order in which they are asked for a sign. */
export const SCRIPTS = ['latin', 'cyrillic', 'latin-ext', 'greek'] as const;

/** The outlines and lengths that HarfBuzz gives are in thousandths. */
const UNITS = 1000;

const faces = SCRIPTS.map((script) => new Face(new Blob(readFileSync(new URL(`fonts/${script}.ttf`, import.meta.url)))));
const signs = faces.map((face) => new Set(face.collectUnicodes()));
const fonts = { 400: faces.map((face) => fontOf(face, 400)), 600: faces.map((face) => fontOf(face, 600)) };
const words = new Map<string, Word>();

/** Set one word, with its kerning. Signs that the typeface lacks are taken apart (ﬁ to fi) or left out. */
export function setWord(text: string, weight: Weight): Word {
  const key = `${weight}${text}`;
  const known = words.get(key);
  if (known) return known;
  const word: Word = { glyphs: [], width: 0 };
  for (const { at, part } of partsOf(text)) append(word, fonts[weight][at]!, `${weight}${SCRIPTS[at]}`, part);
  words.set(key, word);
  return word;
}

/** List the signs of a text that the typeface cannot show. */
export function lacking(text: string): string[] {
  return [...new Set([...text].filter((sign) => !/\s/.test(sign) && shown(sign) === ''))];
}

function fontOf(face: Face, weight: Weight): Font {
  const font = new Font(face);
  font.setScale(UNITS, UNITS);
  font.setVariations([new Variation('wght', weight)]);
  return font;
}

/** Divide a word where the file changes in which its signs are drawn. */
function partsOf(text: string): { at: number; part: string }[] {
  const parts: { at: number; part: string }[] = [];
  for (const sign of [...text].map(shown).join('')) {
    const last = parts.at(-1);
    const code = sign.codePointAt(0)!;
    if (last && signs[last.at]!.has(code)) last.part += sign;
    else parts.push({ at: signs.findIndex((set) => set.has(code)), part: sign });
  }
  return parts;
}

/** Give the sign, or what stands for it. */
function shown(sign: string): string {
  const has = (one: string): boolean => signs.some((set) => set.has(one.codePointAt(0)!));
  return has(sign) ? sign : [...sign.normalize('NFKD')].filter(has).join('');
}

function append(word: Word, font: Font, file: string, text: string): void {
  const run = new Run();
  run.addText(text);
  run.guessSegmentProperties();
  shape(font, run);
  const positions = run.getGlyphPositions();
  for (const [at, { codepoint: id }] of run.getGlyphInfos().entries()) {
    const { xAdvance, xOffset, yOffset } = positions[at]!;
    word.glyphs.push({ key: `${file}/${id}`, outline: () => font.glyphToJson(id), x: word.width + xOffset, y: yOffset });
    word.width += xAdvance;
  }
}
