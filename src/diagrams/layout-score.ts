import type { Box, Point } from './straighten-edges.ts';

/** The positions of the edges and nodes of a drawing. */
export type Layout = { edges: Point[][]; boxes: Box[] };

/**
 * Returns a penalty for a layout; lower is better. Its parts, by weight: crossings, edges that turn late (after their label), small steps,
 * bends, and width. Height costs nothing, because a page scrolls.
 */
export function layoutPenalty({ edges, boxes }: Layout): number {
  const bends = sum(edges.map((edge) => edge.length - 2));
  const steps = sum(edges.map(smallSteps));
  const width = Math.max(0, ...boxes.map((box) => box.x + box.width)) - Math.min(0, ...boxes.map((box) => box.x));
  const late = edges.filter(turnsLate).length;
  return 4 * crossings(edges) + 3 * late + 2 * steps + bends + width / 60;
}

function smallSteps(edge: Point[]): number {
  return edge.filter((point, at) => {
    const next = edge[at + 1];
    return at > 0 && next && at + 2 < edge.length && Math.hypot(next.x - point.x, next.y - point.y) < 48;
  }).length;
}

function turnsLate(edge: Point[]): boolean {
  const [start, turn, end] = [edge[0], edge.at(-2), edge.at(-1)];
  return edge.length > 2 && Math.abs(end!.y - turn!.y) < Math.abs(turn!.y - start!.y);
}

function crossings(edges: Point[][]): number {
  const segments = edges.flatMap((edge) => edge.slice(1).map((end, at) => ({ start: edge[at]!, end })));
  const vertical = segments.filter(({ start, end }) => start.x === end.x);
  const horizontal = segments.filter(({ start, end }) => start.y === end.y);
  return sum(
    vertical.map(
      (one) =>
        horizontal.filter((other) => isInside(one.start.x, other.start.x, other.end.x) && isInside(other.start.y, one.start.y, one.end.y)).length,
    ),
  );
}

const isInside = (value: number, from: number, to: number) => value > Math.min(from, to) && value < Math.max(from, to);
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
