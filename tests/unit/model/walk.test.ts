import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assumedPath, givenPath, nodeOf, statePath } from '../../../src/model/walk.ts';
import { tree } from './trees.ts';

test('A sound tree has a state for every path of answers, the start first.', () => {
  const grown = tree({ a: { yes: 'b', no: 'end' }, b: { yes: 'end', no: 'other' } }, ['end', 'other']);
  assert.deepEqual(grown.faults, []);
  assert.deepEqual(
    grown.states.map((state) => statePath(grown, state)),
    ['decide/tree/', 'decide/tree/yes/', 'decide/tree/no/', 'decide/tree/yes/yes/', 'decide/tree/yes/no/'],
  );
});

test('The article’s own answers are followed as far as it assumes any.', () => {
  const grown = tree({ a: { yes: 'b', no: 'end' }, b: { yes: 'end', no: 'other' } }, ['end', 'other'], 'a', { a: 'yes' });
  assert.deepEqual(assumedPath(grown), { steps: [{ question: 'a', answer: 'yes' }], node: 'b' });
});

test('The article’s own answers end even where they run in a circle or name no answer.', () => {
  assert.ok(assumedPath(tree({ a: { on: 'b' }, b: { on: 'a' } }, [], 'a', { a: 'on', b: 'on' })).steps.length <= 2);
  assert.deepEqual(assumedPath(tree({ a: { on: 'end' } }, ['end'], 'a', { a: 'off' })), { steps: [], node: 'a' });
});

test('A question or outcome may be named like something of JavaScript’s own.', () => {
  const grown = tree({ a: { constructor: 'constructor' } }, ['constructor']);
  assert.deepEqual(grown.faults, []);
  assert.ok('outcome' in nodeOf(grown, 'constructor'));
  assert.deepEqual(assumedPath(grown), { steps: [], node: 'a' });
});

test('Given answers are followed as far as the tree knows them, and not past an outcome.', () => {
  const grown = tree({ a: { yes: 'b', no: 'end' }, b: { yes: 'end', no: 'other' } }, ['end', 'other']);
  assert.equal(givenPath(grown, ['yes', 'no']).node, 'other');
  assert.deepEqual(givenPath(grown, ['yes', 'perhaps']), { steps: [{ question: 'a', answer: 'yes' }], node: 'b' });
  assert.deepEqual(givenPath(grown, ['no', 'yes']), { steps: [{ question: 'a', answer: 'no' }], node: 'end' });
});
