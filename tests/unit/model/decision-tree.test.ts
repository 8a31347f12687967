import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TreeNode } from '../../../src/model/decision-nodes.ts';
import { STATE_LIMIT, statePath } from '../../../src/model/tree-path.ts';
import { tree } from './trees.ts';

const kindsOf = (built: ReturnType<typeof tree>) => built.errors.map(({ kind }) => kind);
const idsOf = (nodes: readonly TreeNode[]) => nodes.map(({ id }) => id);

test('A node that two branches share is one node and many states.', () => {
  const built = tree({ a: { yes: 'c', no: 'b' }, b: { yes: 'c', no: 'end' }, c: { yes: 'end', no: 'other' } }, ['end', 'other']);
  const [a, , c] = built.questions;
  assert.equal(a!.answers[0]!.target, c);
  assert.equal(built.states.filter(({ node }) => node === c).length, 2);
});

test('A node comes after all nodes that lead to it, and the branch of the first answer comes first.', () => {
  const built = tree({ a: { yes: 'c', no: 'b' }, b: { yes: 'c', no: 'end' }, c: { yes: 'end', no: 'other' } }, ['end', 'other']);
  assert.deepEqual(idsOf(built.nodes), ['a', 'b', 'c', 'other', 'end']);
  assert.deepEqual(
    built.questions.map(({ id, number }) => `${number}. ${id}`),
    ['1. a', '2. b', '3. c'],
  );
  const branches = tree({ a: { one: 'b', two: 'c' }, b: { one: 'x', two: 'y' }, c: { one: 'z' } }, ['z', 'y', 'x']);
  assert.deepEqual(idsOf(branches.nodes), ['a', 'b', 'x', 'y', 'c', 'z']);
});

test('The order of the file changes neither the order of the nodes nor the states.', () => {
  const questions = { a: { yes: 'c', no: 'b' }, b: { yes: 'c', no: 'end' }, c: { yes: 'end', no: 'other' } };
  const one = tree(questions, ['end', 'other'], 'a');
  const turned = tree(Object.fromEntries(Object.entries(questions).toReversed()), ['other', 'end'], 'a');
  assert.deepEqual(idsOf(turned.nodes), idsOf(one.nodes));
  assert.deepEqual(
    turned.states.map((state) => statePath(turned, state)),
    one.states.map((state) => statePath(one, state)),
  );
});

test('An invalid tree still has all its nodes, the unreachable ones last, and the answers whose targets exist.', () => {
  const built = tree({ lost: { on: 'end' }, a: { yes: 'nowhere', no: 'b' }, b: { back: 'a', on: 'end' } }, ['end'], 'a');
  assert.deepEqual(idsOf(built.nodes), ['a', 'b', 'end', 'lost']);
  assert.deepEqual(
    built.start.answers.map(({ id, target }) => `${id} → ${target.id}`),
    ['no → b'],
  );
  const startless = tree({ a: { on: 'end' } }, ['end'], 'nowhere');
  assert.deepEqual([startless.start.id, startless.start.answers, idsOf(startless.nodes)], ['nowhere', [], ['a', 'end']]);
});

test('A cycle is found and gives no states, also a question that leads to itself.', () => {
  assert.deepEqual(kindsOf(tree({ a: { yes: 'b', no: 'end' }, b: { yes: 'a', no: 'end' } }, ['end'])), ['cycle']);
  const own = tree({ a: { yes: 'a', no: 'end' } }, ['end']);
  assert.deepEqual(kindsOf(own), ['cycle']);
  assert.deepEqual(own.states, []);
});

test('Missing targets, unreachable nodes, questions without answers and unknown assumed answers are all found at once.', () => {
  const built = tree({ a: { yes: 'nowhere', no: 'b' }, b: {}, lost: { yes: 'end' } }, ['end', 'never'], 'a', { a: 'perhaps' });
  assert.deepEqual(new Set(kindsOf(built)), new Set(['missing-target', 'no-outcome', 'unknown-answer', 'unreachable-node']));
});

test('Names of JavaScript properties are not nodes.', () => {
  assert.deepEqual(kindsOf(tree({ a: { yes: 'constructor', no: 'end' } }, ['end'])), ['missing-target']);
});

test('A tree with too many states is rejected quickly.', () => {
  const questions = Object.fromEntries(
    Array.from({ length: 40 }, (_, at) => [`q${at}`, { yes: at === 39 ? 'end' : `q${at + 1}`, no: at === 39 ? 'end' : `q${at + 1}` }]),
  );
  const built = tree(questions, ['end']);
  assert.deepEqual(kindsOf(built), ['too-many-states']);
  assert.ok(STATE_LIMIT === 2000 && built.states.length === 0);
});

test('A chain of five thousand questions works.', () => {
  const questions = Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`q${at}`, { on: at === 4999 ? 'end' : `q${at + 1}` }]));
  assert.doesNotThrow(() => tree(questions, ['end']));
});

test('A start that is not a question is an error, and the similar question is not reported as unreachable.', () => {
  assert.deepEqual(tree({ first: { on: 'end' } }, ['end'], 'firts').errors, [{ kind: 'missing-start', to: 'firts' }]);
  assert.deepEqual(tree({ a: { on: 'end' } }, ['end'], 'end').errors[0], { kind: 'missing-start', to: 'end' });
});

test('Of an unreachable branch only the first node is reported, and of an unreachable cycle one node.', () => {
  const lost = (built: ReturnType<typeof tree>) => built.errors.flatMap((error) => (error.kind === 'unreachable-node' ? [error.id] : []));
  assert.deepEqual(lost(tree({ a: { on: 'end' }, lost: { on: 'after' }, after: { on: 'last' } }, ['end', 'last'], 'a')), ['lost']);
  assert.deepEqual(lost(tree({ a: { on: 'end' }, one: { on: 'two' }, two: { on: 'one' } }, ['end'], 'a')), ['one']);
});

test('A misspelt target is reported once, and not again as an unreachable node.', () => {
  assert.deepEqual(kindsOf(tree({ first: { yes: 'secnod', no: 'end' }, second: { on: 'last' } }, ['end', 'last'])), ['missing-target']);
  assert.deepEqual(kindsOf(tree({ first: { yes: 'plaec', no: 'end' }, second: { on: 'last' } }, ['end', 'last'])), ['missing-target']);
});

test('A cycle is reported at the answer that closes it.', () => {
  assert.deepEqual(tree({ a: { on: 'b' }, b: { back: 'a', on: 'end' } }, ['end']).errors, [
    { kind: 'cycle', question: 'b', answer: 'back', path: ['a', 'b', 'a'] },
  ]);
});

test('A node that is both question and outcome is reported.', () =>
  assert.ok(kindsOf(tree({ a: { on: 'b' }, b: { on: 'end' } }, ['b', 'end'])).includes('duplicate-node')));

test('A question with five thousand answers and a tree of as many nodes work.', () => {
  const wide = Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`a${at}`, `o${at}`]));
  assert.deepEqual(kindsOf(tree({ a: wide }, Object.values(wide))), ['too-many-states']);
  const stars = Object.fromEntries(Array.from({ length: 2500 }, (_, at) => [`lost${at}`, { on: 'end' }]));
  assert.equal(tree({ a: { on: 'end' }, ...stars }, ['end'], 'a').errors.length, 2500);
});
