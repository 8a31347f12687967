import assert from 'node:assert/strict';
import { test } from 'node:test';
import { validateDiagram } from '../../../src/diagrams/validate.ts';
import { flowchart } from '../../../src/output/flowchart.ts';
import { fixture, fixtures, treeOf } from '../diagrams/trees.ts';

const small = fixtures.get('small')!;

test('A tree becomes a flowchart: each node has a link and a class, and each answer is a named edge', () => {
  assert.equal(flowchart(treeOf(small)), fixture('small', 'flowchart.mmd'));
});

for (const [name, tree] of fixtures) {
  test(`Mermaid reads the flowchart of the tree "${name}"`, async () => {
    assert.equal(await validateDiagram(flowchart(treeOf(tree))), undefined);
  });
}

test('No part of a label is syntax, markup or Markdown', () => {
  const labels = flowchart(treeOf(fixtures.get('hostile-labels')!)).matchAll(/[(|]"([^"]*)"/g);
  for (const [, label = ''] of labels) assert.match(label, /^(?:#\d+;|[^"#;<>&`*_\\$%{}[\]|~^@=+])+$/u);
});

test('A label is one line, whatever white space and direction marks it contains', () => {
  const text = flowchart(treeOf({ ...small, title: ' a\n\tb\u202Ec\u0007 ' }));
  assert.match(text, /^accTitle: a bc$/m);
});

test('Letters and emoji of any script are kept', () => {
  assert.match(flowchart(treeOf({ ...small, title: 'Чья модель? 数据库 🙂 👨‍👩‍👧 é' })), /^accTitle: Чья модель\? 数据库 🙂 👨‍👩‍👧 é$/mu);
});

test('The order of the file does not change the drawing, only the order of the answers does', () => {
  const turned = { ...small, questions: Object.fromEntries(Object.entries(small.questions).toReversed()) };
  assert.equal(flowchart(treeOf(turned)), flowchart(treeOf(small)));
});

test('Of an invalid tree every node and every answer with a target is written', () => {
  const { outside: _, ...outcomes } = small.outcomes;
  const text = flowchart(treeOf({ ...small, outcomes: { ...outcomes, lost: { verdict: 'Nothing leads here.', level: 'clear' } } }));
  assert.match(text, /^_lost\(\["Nothing leads here\."\]\):::clear$/m);
  assert.doesNotMatch(text, /outside/);
});
