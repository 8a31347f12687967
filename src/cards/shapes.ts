/** The few shapes on a card, as outlines around their middle, y upwards. */
import type { SvgPathCommand } from 'harfbuzzjs';

type Outline = SvgPathCommand[];

/** How far the handles of a curve stand off, to make a quarter of a circle. */
const ROUND = 0.5523;

export const bar = (width: number, height: number): Outline => pill(width, height, 0);

/** A disc that is full, or drawn as a ring, empty or with its left half full. */
export function disc(sign: 'full' | 'half' | 'empty', radius: number, line: number): Outline {
  const whole = pill(2 * radius, 2 * radius);
  if (sign === 'full') return whole;
  const ring = [...whole, ...mirrored(pill(2 * (radius - line), 2 * (radius - line)))];
  return sign === 'empty'
    ? ring
    : [...ring, ...whole.map(({ type, values }) => ({ type, values: values.map((value, at) => (at % 2 === 0 ? Math.min(value, 0) : value)) }))];
}

/** A frame with round ends. */
export function frame(width: number, height: number, line: number): Outline {
  return [...pill(width, height), ...mirrored(pill(width - 2 * line, height - 2 * line))];
}

function pill(width: number, height: number, radius = height / 2): Outline {
  const [x, y, r, far] = [width / 2, height / 2, radius, radius * (1 - ROUND)];
  return [
    { type: 'M', values: [x - r, y] },
    { type: 'C', values: [x - far, y, x, y - far, x, y - r] },
    { type: 'L', values: [x, r - y] },
    { type: 'C', values: [x, far - y, x - far, -y, x - r, -y] },
    { type: 'L', values: [r - x, -y] },
    { type: 'C', values: [far - x, -y, -x, far - y, -x, r - y] },
    { type: 'L', values: [-x, y - r] },
    { type: 'C', values: [-x, y - far, far - x, y, r - x, y] },
    { type: 'Z', values: [] },
  ];
}

/** Draw the other way round, so that it takes away from what is around it. */
const mirrored = (outline: Outline): Outline =>
  outline.map(({ type, values }) => ({ type, values: values.map((value, at) => (at % 2 === 0 ? value : -value)) }));
