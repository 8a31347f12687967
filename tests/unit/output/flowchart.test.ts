import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flowchart } from '../../../src/diagrams/flowchart.ts';
import { diagramFault } from '../../../src/diagrams/syntax.ts';
import { fixture, trees } from './trees.ts';

const small = trees.get('small')!;

test('a tree becomes a flowchart with one node, one link and one class a node, and one named edge an answer', () => {
  assert.equal(flowchart(small), fixture('small', 'flowchart.mmd'));
});

for (const [name, tree] of trees) {
  test(`Mermaid reads the flowchart of the tree "${name}"`, async () => {
    assert.equal(await diagramFault(flowchart(tree)), undefined);
  });
}

test('nothing in a label can be grammar, markup or Markdown', () => {
  const labels = flowchart(trees.get('hostile-labels')!).matchAll(/[(|]"([^"]*)"/g);
  for (const [, label = ''] of labels) assert.match(label, /^(?:#\d+;|[^"#;<>&`*_\\$%{}[\]|~^@=+])+$/u);
});

test('a label is one line, whatever white space and direction marks it came with', () => {
  const text = flowchart({ ...small, title: ' a\n\tb\u202Ec\u0007 ' });
  assert.match(text, /^accTitle: a bc$/m);
});

test('letters and pictures of any script stand as they are', () => {
  assert.match(flowchart({ ...small, title: 'Чья модель? 数据库 🙂 👨‍👩‍👧 é' }), /^accTitle: Чья модель\? 数据库 🙂 👨‍👩‍👧 é$/mu);
});

test('the order of the file does not change the drawing, only the order in which answers are given', () => {
  const turned = { ...small, questions: Object.fromEntries(Object.entries(small.questions).toReversed()) };
  assert.equal(flowchart(turned), flowchart(small));
});

test('a node that nothing leads to is drawn all the same', () => {
  const outcomes = { ...small.outcomes, lost: { verdict: 'Nobody comes here.', level: 'clear' as const } };
  assert.match(flowchart({ ...small, outcomes }), /^_lost\(\["Nobody comes here\."\]\):::clear$/m);
});

test('an id that is not kebab-case is refused, with the tree and the id', () => {
  const outcomes = { ...small.outcomes, 'a"]; click': { verdict: '', level: 'clear' as const } };
  assert.throws(() => flowchart({ ...small, outcomes }), {
    name: 'RangeError',
    message: 'reach: "a"]; click" cannot name a node or an answer; write it in kebab-case.',
  });
});

test('an answer that leads nowhere is refused, with the tree and the id', () => {
  const { outside: _, ...outcomes } = small.outcomes;
  assert.throws(() => flowchart({ ...small, outcomes }), {
    name: 'RangeError',
    message: 'reach: an answer leads to "outside", which is no question and no outcome.',
  });
});
