import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagramFault } from '../../../src/diagrams/validate.ts';

test('a source that can be drawn has no fault', async () => {
  assert.equal(await diagramFault('sequenceDiagram\n  Teacher->>Student: Text with #quot;signs#quot;\n'), undefined);
  assert.equal(await diagramFault('timeline\n  2007 : AGPL-3.0\n'), undefined);
  assert.equal(await diagramFault('stateDiagram-v2\n  [*] --> Draft\n'), undefined);
});

test('a syntax error is given with the line and a short form of what Mermaid says', async () => {
  assert.deepEqual(await diagramFault('sequenceDiagram\n  A->>B: one\n  nonsense here\n  A->>B: two\n'), {
    message: "Expecting '()', 'SOLID_OPEN_ARROW', 'DOTTED_OPEN_ARROW', 'SOLID_ARROW', 'SOLID_ARROW_TOP' or one of 22 more, got 'NEWLINE'",
    line: 3,
  });
});

test('something left open is given with the line where it was opened', async () => {
  const fault = await diagramFault('flowchart TB\nA["left open] --> B\nB --> C\nC --> D\n');
  assert.equal(fault?.line, 2);
  assert.match(fault.message, /, got the end of the text$/);
});

test('lines are counted as the writer counts them, with front matter, directives, comments and blank lines', async () => {
  const body = 'flowchart TB\n%% another remark\n\nA --> B\nA B C\n';
  for (const [head, line] of [
    ['', 5],
    ['%% a remark\n\n', 7],
    ['\n\n', 7],
    ['---\ntitle: x\n---\n', 8],
    ['%%{init: {"flowchart": {}}}%%\n', 6],
  ] as const) {
    assert.equal((await diagramFault(head + body))?.line, line, JSON.stringify(head));
  }
});

test('a text that is no diagram is a fault without a line', async () => {
  assert.deepEqual(await diagramFault('Once upon a time'), {
    message: 'No diagram type detected matching given configuration for text: Once upon a time',
  });
});

test('a type that cannot be drawn without colours is refused, and what can be drawn is named', async () => {
  assert.deepEqual(await diagramFault('pie\n"a" : 1\n'), {
    message:
      'A diagram of type "pie" cannot be drawn here; write a flowchart, sequenceDiagram, stateDiagram-v2, classDiagram, erDiagram or timeline.',
    line: 1,
  });
});
