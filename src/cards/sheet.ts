/** The paper that a card is printed on: few inks, so that a card is small. */
import { INKS, colourOf, type Colour, type Ink } from './colours.ts';
import { coverageOf, type Stain } from './coverage.ts';
import { writePng } from './png.ts';
import type { Word } from './typeface.ts';

/** How many steps lie between the paper and each ink. */
const SHADES = 16;
/** A sign begins at a quarter of a pixel, so that each is worked out four times at most. */
const STEPS = 4;

type Outline = Parameters<typeof coverageOf>[0];

const paper = colourOf('paper');
const palette: Colour[] = [
  paper,
  ...INKS.flatMap((ink) => Array.from({ length: SHADES }, (_, shade) => mix(paper, colourOf(ink), (shade + 1) / SHADES))),
];

/** A stain in steps of ink. */
interface Print extends Omit<Stain, 'cover'> {
  shades: Uint8Array;
}

const prints = new Map<string, Print>();

export class Sheet {
  readonly width: number;
  readonly height: number;
  /** A byte a pixel; one more stands before each row, as PNG wants it. */
  readonly #rows: Uint8Array;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.#rows = new Uint8Array((width + 1) * height);
  }

  /** Begin anew with blank paper. */
  clear(): void {
    this.#rows.fill(0);
  }

  /** Set a word with its line at `y`. `tracking` is added after each sign, in thousandths of the size. */
  set(word: Word, x: number, y: number, size: number, ink: Ink, tracking = 0): void {
    const scale = size / 1000;
    for (const [at, glyph] of word.glyphs.entries()) {
      const start = Math.round((x + (glyph.x + at * tracking) * scale) * STEPS);
      const left = Math.floor(start / STEPS);
      const step = start - left * STEPS;
      const key = `${glyph.key} ${size} ${step}`;
      let print = prints.get(key);
      if (!print) prints.set(key, (print = printOf(coverageOf(glyph.outline(), scale, step / STEPS))));
      this.#print(print, left, Math.round(y - glyph.y * scale), ink);
    }
  }

  /** Draw a shape; its outline is in pixels with y upwards from its place. */
  draw(outline: Outline, x: number, y: number, ink: Ink): void {
    this.#print(printOf(coverageOf(outline, 1, x, y)), 0, 0, ink);
  }

  png(): Buffer {
    return writePng(this.width, this.height, this.#rows, palette);
  }

  #print({ left, top, width, height, shades }: Print, x: number, y: number, ink: Ink): void {
    const first = INKS.indexOf(ink) * SHADES;
    const [start, above] = [x + left, y + top];
    // What lies beyond the sheet is not printed.
    const [from, to] = [Math.max(0, -start), Math.min(width, this.width - start)];
    for (let row = Math.max(0, -above); row < Math.min(height, this.height - above); row += 1) {
      const line = (above + row) * (this.width + 1) + 1 + start;
      for (let column = from; column < to; column += 1) {
        const shade = shades[row * width + column]!;
        // Where two signs touch, the darker wins; inks do not meet on a card.
        if (shade > 0 && this.#rows[line + column]! < first + shade) this.#rows[line + column] = first + shade;
      }
    }
  }
}

function printOf({ cover, ...place }: Stain): Print {
  return { ...place, shades: Uint8Array.from(cover, (share) => Math.min(SHADES, Math.round(share * SHADES))) };
}

function mix(from: Colour, to: Colour, share: number): Colour {
  return from.map((part, at) => Math.round(part + (to[at]! - part) * share)) as unknown as Colour;
}
