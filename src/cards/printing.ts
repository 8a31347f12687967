/** Laying a card out and printing it. */
import { HEIGHT, WIDTH, type Card, type Standing } from './card.ts';
import type { Ink } from './colours.ts';
import { setEvenly, setText, widthOf, type Setting, type Style } from './setting.ts';
import { bar, disc, frame } from './shapes.ts';
import { Sheet } from './sheet.ts';

const MARGIN = 84;
const MEASURE = WIDTH - 2 * MARGIN;
/** The line on which the foot stands. */
const FOOT = HEIGHT - 58;
/** The lowest that the sentence may reach. */
const FLOOR = FOOT - 68;
/** Between title and sentence. */
const GAP = 22;
/** A title is set smaller than this only for its own sake, not for that of the sentence. */
const FAIR = 60;

/** The radius of the disc of a standing, and the room at the ends of its frame. */
const DISC = 11;
const PAD = 24;

const small: Style = { weight: 400, size: 32, leading: 1.3, tracking: 0 };
const label: Style = { ...small, weight: 600 };
/** From the largest title to the smallest, each with the lines it may fill. */
const titles = [
  { size: 80, lines: 2 },
  { size: 70, lines: 2 },
  { size: 60, lines: 3 },
  { size: 52, lines: 4 },
].map(({ size, lines }) => ({ lines, style: { weight: 600, size, leading: 1.14, tracking: -12 } satisfies Style }));
const sentences = [44, 40, 37].map((size): Style => ({ weight: 400, size, leading: 1.36, tracking: 0 }));

/** One for all cards: to make it anew takes longer than to clear it. */
const sheet = new Sheet(WIDTH, HEIGHT);

/** Print a card as PNG. The same words give the same bytes. */
export function printCard({ site, within, title, sentence, standing }: Card): Buffer {
  sheet.clear();
  const top = within ? printPlace(within) : MARGIN - 14;
  const { heading, text } = arrange(title, sentence, FLOOR - top);
  const below = print(heading, MARGIN, top, 'ink');
  print(text, MARGIN, below + GAP, 'ink-soft');
  printFoot(site, standing);
  return sheet.png();
}

/** Name the place above the title, and give where the title begins. */
function printPlace(within: string): number {
  const setting = setText(within, label, MEASURE, 1);
  return print(setting, MARGIN, MARGIN - 26, 'accent') + 18;
}

interface Arrangement {
  heading: Setting;
  text: Setting;
}

/** Find the largest type in which title and sentence stand whole; failing that, keep the title whole and cut the sentence. */
function arrange(title: string, sentence: string, room: number): Arrangement {
  const tried: Arrangement[] = [];
  for (const way of arrangements(title, sentence, room)) {
    if (way.heading.whole && way.text.whole) return way;
    tried.push(way);
  }
  return (
    tried.findLast(({ heading }) => heading.whole && heading.style.size >= FAIR) ?? tried.findLast(({ heading }) => heading.whole) ?? tried.at(-1)!
  );
}

/** Go through the sizes from the largest. */
function* arrangements(title: string, sentence: string, room: number): Generator<Arrangement> {
  for (const { style, lines } of titles) {
    const heading = setEvenly(title, style, MEASURE, MEASURE / 2, lines);
    const left = Math.max(0, room - heading.height - GAP);
    for (const style of sentences) {
      yield { heading, text: setEvenly(sentence, style, MEASURE, MEASURE * 0.82, Math.floor(left / (style.size * style.leading))) };
    }
  }
}

/** Print lines from a height on, and give the height at which they end. */
function print({ lines, style, height }: Setting, x: number, top: number, ink: Ink): number {
  for (const [at, line] of lines.entries()) {
    const y = top + (at + 0.5) * style.size * style.leading + style.size * 0.33;
    for (const placed of line) sheet.set(placed.word, x + placed.x, Math.round(y), style.size, ink, style.tracking);
  }
  return top + height;
}

function printFoot(site: string, standing: Standing | undefined): void {
  sheet.draw(bar(MEASURE, 2), WIDTH / 2, FOOT - 54, 'line');
  const name = setText(site, small, MEASURE * 0.6, 1);
  printLine(name, standing ? WIDTH - MARGIN - widthOf(name) : MARGIN, 'ink-soft');
  if (!standing) return;
  const { words, sign, ink } = standing;
  const said = setText(words, sign === 'frame' ? label : small, MEASURE * 0.38, 1);
  printLine(said, MARGIN + (sign === 'frame' ? PAD : 2 * DISC + 14), ink);
  if (sign === 'frame') sheet.draw(frame(widthOf(said) + 2 * PAD, 56, 3), MARGIN + widthOf(said) / 2 + PAD, FOOT - 11, ink);
  else sheet.draw(disc(sign, DISC, 3), MARGIN + DISC, FOOT - 11, ink);
}

function printLine({ lines: [line = []], style }: Setting, x: number, ink: Ink): void {
  for (const placed of line) sheet.set(placed.word, x + placed.x, FOOT, style.size, ink, style.tracking);
}
