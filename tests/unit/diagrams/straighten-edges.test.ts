import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRightAngled, roundedPath, straightenEdges } from '../../../src/diagrams/straighten-edges.ts';
import type { Point } from '../../../src/diagrams/straighten-edges.ts';

const line = (...points: [number, number][]): Point[] => points.map(([x, y]) => ({ x, y }));
const box = (x: number, y: number) => ({ x, y, width: 200, height: 50, inset: 12 });
const [upper, lower] = [box(0, 0), box(0, 200)];

test('A step at the start of an edge is removed by moving its port', () => {
  const stepped = line([120, 50], [120, 70], [90, 70], [90, 200]);
  assert.deepEqual(straightenEdges([stepped], [upper, lower]), [line([90, 50], [90, 200])]);
});

test('A step at the end of an edge is removed when another bend remains', () => {
  const stepped = line([380, 50], [380, 70], [120, 70], [120, 180], [90, 180], [90, 200]);
  assert.deepEqual(straightenEdges([stepped], [box(300, 0), lower]), [line([380, 50], [380, 70], [120, 70], [120, 200])]);
});

test('An edge keeps its step when its column passes the box', () => {
  const stepped = line([120, 50], [120, 70], [195, 70], [195, 200]);
  assert.deepEqual(straightenEdges([stepped], [upper, lower]), [stepped]);
});

test('An edge keeps its step when its label is beside the new column', () => {
  const stepped = line([120, 50], [120, 150], [90, 150], [90, 200]);
  const [narrow, wide] = [20, 160].map((width) => straightenEdges([stepped], [upper, lower], [{ x: 120, y: 100, width }]));
  assert.deepEqual(narrow, [stepped]);
  assert.deepEqual(wide, [line([90, 50], [90, 200])]);
  assert.deepEqual(straightenEdges([stepped], [upper, lower], [{ x: 90, y: 170, width: 20 }]), [line([90, 50], [90, 200])]);
});

test('An edge keeps its step when another port is too near', () => {
  const [stepped, straight] = [line([120, 50], [120, 70], [90, 70], [90, 200]), line([80, 50], [80, 200])];
  assert.deepEqual(straightenEdges([stepped, straight], [upper, lower]), [stepped, straight]);
});

test('An edge keeps its step when it would cross another edge', () => {
  const [stepped, level] = [line([120, 50], [120, 70], [90, 70], [90, 200]), line([20, 50], [20, 60], [100, 60], [100, 65])];
  assert.deepEqual(straightenEdges([stepped, level], [upper, lower])[0], stepped);
});

test('Points on a straight run are removed, and an edge that is not right-angled stays unchanged', () => {
  const slanted = line([0, 50], [30, 90], [30, 200]);
  assert.deepEqual(straightenEdges([line([90, 50], [90, 100], [90, 200]), slanted], []), [line([90, 50], [90, 200]), slanted]);
  assert.equal(isRightAngled(slanted), false);
});

test('Corners are rounded, and the end leaves room for the arrowhead', () => {
  assert.equal(roundedPath(line([0, 0], [0, 20], [40, 20], [40, 60])), 'M0 0L0 14Q0 20 6 20L34 20Q40 20 40 26L40 56');
});
