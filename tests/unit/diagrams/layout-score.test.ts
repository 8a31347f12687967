import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Point } from '../../../src/diagrams/straighten-edges.ts';
import { layoutPenalty } from '../../../src/diagrams/layout-score.ts';

const line = (...points: [number, number][]): Point[] => points.map(([x, y]) => ({ x, y }));
const penalty = (...lines: Point[][]) => layoutPenalty({ edges: lines, boxes: [] });

const branch = line([0, 0], [0, 20], [100, 20], [100, 120]);

test('A straight edge has no penalty, and a bend has one', () => {
  assert.equal(penalty(line([0, 0], [0, 100])), 0);
  assert.ok(penalty(branch) > 0);
});

test('A small step has a higher penalty than a branch', () => {
  assert.ok(penalty(line([0, 0], [0, 20], [10, 20], [10, 120])) > penalty(branch));
});

test('An edge that turns after its label has a higher penalty than one that turns before it', () => {
  assert.ok(penalty(line([0, 0], [0, 100], [100, 100], [100, 120])) > penalty(branch));
});

test('A crossing has a higher penalty than a bend around it', () => {
  const across = line([-50, 60], [150, 60]);
  assert.ok(penalty(branch, across) - penalty(branch) > 2);
});

test('Of two layouts that differ only in width, the narrower has the lower penalty', () => {
  const at = (x: number) => layoutPenalty({ edges: [], boxes: [{ x, y: 0, width: 100, height: 50, inset: 12 }] });
  assert.ok(at(0) < at(500));
});
