/** Outlines to grey: how much of each pixel a closed shape covers. */
import type { SvgPathCommand } from 'harfbuzzjs';

/** A rectangle of pixels with how much of each is covered, from 0 to 1. */
export interface Stain {
  left: number;
  top: number;
  width: number;
  height: number;
  cover: Float32Array;
}

/** A straight piece of an outline, from its upper end; `turn` is 1 where the outline went down, -1 where it went up. */
interface Edge {
  top: number;
  bottom: number;
  x: number;
  slope: number;
  turn: 1 | -1;
}

/** Lines looked at in each row of pixels; along a line the cover is exact. */
const FINENESS = 8;
/** Pieces that a curve is cut into: at the sizes of a card no corner shows. */
const PIECES = 6;

/** Give the cover of an outline, in pixels with y downwards. Where its parts overlap they count once. */
export function coverageOf(outline: readonly SvgPathCommand[], scale: number, dx = 0, dy = 0): Stain {
  const edges = edgesOf(outline, scale, dx, dy);
  const reach = (pick: (edge: Edge) => number[], choose: (...all: number[]) => number): number => choose(...edges.flatMap(pick));
  if (edges.length === 0) return { left: 0, top: 0, width: 0, height: 0, cover: new Float32Array() };
  const ends = ({ x, slope, top, bottom }: Edge): number[] => [x, x + slope * (bottom - top)];
  const left = Math.floor(reach(ends, Math.min));
  const top = Math.floor(reach((edge) => [edge.top], Math.min));
  const width = Math.ceil(reach(ends, Math.max)) - left + 1;
  const height = Math.ceil(reach((edge) => [edge.bottom], Math.max)) - top;
  const cover = new Float32Array(width * height);
  for (let line = 0; line < height * FINENESS; line += 1) {
    const y = top + (line + 0.5) / FINENESS;
    const row = cover.subarray(Math.floor(line / FINENESS) * width, (Math.floor(line / FINENESS) + 1) * width);
    for (const [from, to] of spansAt(edges, y)) fill(row, from - left, to - left);
  }
  return { left, top, width, height, cover };
}

/** Cut an outline into straight pieces; level ones cover nothing. */
function edgesOf(outline: readonly SvgPathCommand[], scale: number, dx: number, dy: number): Edge[] {
  const edges: Edge[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const lineTo = (toX: number, toY: number): void => {
    if (y !== toY) {
      const [top, bottom, from] = y < toY ? [y, toY, x] : [toY, y, toX];
      edges.push({ top, bottom, x: from, slope: (toX - x) / (toY - y), turn: y < toY ? 1 : -1 });
    }
    [x, y] = [toX, toY];
  };
  for (const { type, values } of outline) {
    const points = values.map((value, at) => (at % 2 === 0 ? dx + value * scale : dy - value * scale));
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = points;
    if (type === 'M') [x, y, startX, startY] = [a, b, a, b];
    else if (type === 'L') lineTo(a, b);
    else if (type === 'Z') lineTo(startX, startY);
    else {
      // A quadratic curve is a cubic one whose two handles lie two thirds of the way to its own.
      const curve = type === 'C' ? [a, b, c, d, e, f] : [x + (a - x) / 1.5, y + (b - y) / 1.5, c + (a - c) / 1.5, d + (b - d) / 1.5, c, d];
      const [fromX, fromY] = [x, y];
      for (let piece = 1; piece <= PIECES; piece += 1) {
        const t = piece / PIECES;
        const u = 1 - t;
        const at = (start: number, one: number, two: number, end: number): number =>
          u ** 3 * start + 3 * u * u * t * one + 3 * u * t * t * two + t ** 3 * end;
        if (piece === PIECES) lineTo(curve[4]!, curve[5]!);
        else lineTo(at(fromX, curve[0]!, curve[2]!, curve[4]!), at(fromY, curve[1]!, curve[3]!, curve[5]!));
      }
    }
  }
  return edges;
}

/** Find where a level line runs inside the shape. */
function spansAt(edges: readonly Edge[], y: number): [from: number, to: number][] {
  const crossings = edges
    .filter(({ top, bottom }) => top <= y && y < bottom)
    .map(({ x, slope, top, turn }) => ({ x: x + slope * (y - top), turn }))
    .sort((a, b) => a.x - b.x);
  const spans: [number, number][] = [];
  let wound = 0;
  let from = 0;
  for (const { x, turn } of crossings) {
    if (wound === 0) from = x;
    wound += turn;
    if (wound === 0) spans.push([from, x]);
  }
  return spans;
}

/** Add one line's share of cover to a row of pixels. */
function fill(row: Float32Array, from: number, to: number): void {
  const first = Math.floor(from);
  const last = Math.floor(to);
  if (first === last) row[first]! += (to - from) / FINENESS;
  else {
    row[first]! += (first + 1 - from) / FINENESS;
    for (let at = first + 1; at < last; at += 1) row[at]! += 1 / FINENESS;
    row[last]! += (to - last) / FINENESS;
  }
}
