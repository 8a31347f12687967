import type { Box, Point } from './straighten-edges.ts';

/** Where the lines and nodes of a drawing came to lie. */
export type Layout = { lines: Point[][]; boxes: Box[] };

/**
 * Weigh what makes a layout hard to follow: crossings most, then lines that turn late, past their words, then small
 * steps that look like slips of the pen, then bends, then width, since height scrolls by itself. The lower, the tidier.
 */
export function untidiness({ lines, boxes }: Layout): number {
  const bends = sum(lines.map((line) => line.length - 2));
  const steps = sum(lines.map(smallSteps));
  const width = Math.max(0, ...boxes.map((box) => box.x + box.width)) - Math.min(0, ...boxes.map((box) => box.x));
  const late = lines.filter(turnsLate).length;
  return 4 * crossings(lines) + 3 * late + 2 * steps + bends + width / 60;
}

function smallSteps(line: Point[]): number {
  return line.filter((point, at) => {
    const next = line[at + 1];
    return at > 0 && next && at + 2 < line.length && Math.hypot(next.x - point.x, next.y - point.y) < 48;
  }).length;
}

function turnsLate(line: Point[]): boolean {
  const [start, turn, end] = [line[0], line.at(-2), line.at(-1)];
  return line.length > 2 && Math.abs(end!.y - turn!.y) < Math.abs(turn!.y - start!.y);
}

function crossings(lines: Point[][]): number {
  const segments = lines.flatMap((line) => line.slice(1).map((end, at) => ({ start: line[at]!, end })));
  const upright = segments.filter(({ start, end }) => start.x === end.x);
  const level = segments.filter(({ start, end }) => start.y === end.y);
  return sum(
    upright.map(
      (one) => level.filter((other) => isInside(one.start.x, other.start.x, other.end.x) && isInside(other.start.y, one.start.y, one.end.y)).length,
    ),
  );
}

const isInside = (value: number, from: number, to: number) => value > Math.min(from, to) && value < Math.max(from, to);
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
