import assert from 'node:assert/strict';
import { test } from 'node:test';
import { followAnswers, questionsLeft, shortestPath, statePath } from '../../../src/model/tree-path.ts';
import { tree } from './trees.ts';

test('A valid tree has a state for every path of answers, the start first.', () => {
  const built = tree({ a: { yes: 'b', no: 'end' }, b: { yes: 'end', no: 'other' } }, ['end', 'other']);
  assert.deepEqual(built.errors, []);
  assert.deepEqual(
    built.states.map((state) => statePath(built, state)),
    ['decide/tree/', 'decide/tree/yes/', 'decide/tree/no/', 'decide/tree/yes/yes/', 'decide/tree/yes/no/'],
  );
});

test('The shortest path to a node is the first of its states.', () => {
  const built = tree({ a: { yes: 'b', no: 'end' }, b: { yes: 'end', no: 'other' } }, ['end', 'other']);
  assert.equal(statePath(built, shortestPath(built, built.byId.get('end')!)!), 'decide/tree/no/');
  const cyclic = tree({ a: { on: 'a', off: 'end' } }, ['end']);
  assert.equal(shortestPath(cyclic, cyclic.start), undefined);
});

test('A question, an answer or an outcome can have the name of a property of every object.', () => {
  const built = tree({ a: { constructor: 'constructor' } }, ['constructor']);
  assert.deepEqual(built.errors, []);
  assert.equal(built.byId.get('constructor')!.kind, 'outcome');
  assert.equal(built.byId.get('toString'), undefined);
  assert.equal(followAnswers(built, ['toString']).node, built.start);
  assert.equal(followAnswers(built, ['constructor']).node.id, 'constructor');
});

test('Given answers are followed as far as the tree has them, and no further than an outcome.', () => {
  const built = tree({ a: { yes: 'b', no: 'end' }, b: { yes: 'end', no: 'other' } }, ['end', 'other']);
  const followed = (...answers: string[]) => {
    const state = followAnswers(built, answers);
    return `${statePath(built, state)} ${state.node.id}`;
  };
  assert.equal(followed('yes', 'no'), 'decide/tree/yes/no/ other');
  assert.equal(followed('yes', 'perhaps'), 'decide/tree/yes/ b');
  assert.equal(followed('no', 'yes'), 'decide/tree/no/ end');
});

test('Following answers in a cycle ends.', () => {
  const built = tree({ a: { on: 'b' }, b: { on: 'a' } }, []);
  assert.equal(followAnswers(built, ['on', 'on', 'on', 'on']).steps.length, 2);
});

test('The remaining questions are counted over all paths, at least and at most.', () => {
  const built = tree({ a: { yes: 'b', no: 'end' }, b: { yes: 'end', no: 'c' }, c: { yes: 'end', no: 'other' } }, ['end', 'other']);
  assert.deepEqual(questionsLeft(built.start), { least: 1, most: 3 });
  assert.deepEqual(questionsLeft(built.byId.get('end')!), { least: 0, most: 0 });
  assert.deepEqual(questionsLeft(tree({ a: { on: 'a', off: 'end' } }, ['end']).start), { least: 1, most: 1 });
});
