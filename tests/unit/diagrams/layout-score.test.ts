import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Point } from '../../../src/diagrams/straighten-edges.ts';
import { untidiness } from '../../../src/diagrams/layout-score.ts';

const line = (...points: [number, number][]): Point[] => points.map(([x, y]) => ({ x, y }));
const weigh = (...lines: Point[][]) => untidiness({ lines, boxes: [] });

const branch = line([0, 0], [0, 20], [100, 20], [100, 120]);

test('a straight line weighs nothing, and each bend weighs more', () => {
  assert.equal(weigh(line([0, 0], [0, 100])), 0);
  assert.ok(weigh(branch) > 0);
});

test('a small step weighs more than a branch', () => {
  assert.ok(weigh(line([0, 0], [0, 20], [10, 20], [10, 120])) > weigh(branch));
});

test('a line that turns past its words weighs more than one that turns first', () => {
  assert.ok(weigh(line([0, 0], [0, 100], [100, 100], [100, 120])) > weigh(branch));
});

test('a crossing weighs more than a bend around it', () => {
  const across = line([-50, 60], [150, 60]);
  assert.ok(weigh(branch, across) - weigh(branch) > 2);
});

test('of two layouts that are equal in all else the narrower is the tidier', () => {
  const at = (x: number) => untidiness({ lines: [], boxes: [{ x, y: 0, width: 100, height: 50, inset: 12 }] });
  assert.ok(at(0) < at(500));
});
