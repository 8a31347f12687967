import assert from 'node:assert/strict';
import { test } from 'node:test';
import { validateDiagram } from '../../../src/diagrams/validate.ts';

test('A source that can be rendered has no error', async () => {
  assert.equal(await validateDiagram('sequenceDiagram\n  Teacher->>Student: Text with #quot;characters#quot;\n'), undefined);
  assert.equal(await validateDiagram('timeline\n  2007 : AGPL-3.0\n'), undefined);
  assert.equal(await validateDiagram('stateDiagram-v2\n  [*] --> Draft\n'), undefined);
});

test('A syntax error is returned with its line and a short form of the message', async () => {
  assert.deepEqual(await validateDiagram('sequenceDiagram\n  A->>B: one\n  nonsense here\n  A->>B: two\n'), {
    message: "Expecting '()', 'SOLID_OPEN_ARROW', 'DOTTED_OPEN_ARROW', 'SOLID_ARROW', 'SOLID_ARROW_TOP' or one of 22 more, got 'NEWLINE'",
    line: 3,
  });
});

test('An unclosed token is returned with the line where it starts', async () => {
  const error = await validateDiagram('flowchart TB\nA["left open] --> B\nB --> C\nC --> D\n');
  assert.equal(error?.line, 2);
  assert.match(error.message, /, got the end of the text$/);
});

test('Line numbers include front matter, directives, comments and blank lines', async () => {
  const body = 'flowchart TB\n%% another remark\n\nA --> B\nA B C\n';
  for (const [head, line] of [
    ['', 5],
    ['%% a remark\n\n', 7],
    ['\n\n', 7],
    ['---\ntitle: x\n---\n', 8],
    ['%%{init: {"flowchart": {}}}%%\n', 6],
  ] as const) {
    assert.equal((await validateDiagram(head + body))?.line, line, JSON.stringify(head));
  }
});

test('A text that is not a diagram is an error without a line', async () => {
  assert.deepEqual(await validateDiagram('Once upon a time'), {
    message: 'No diagram type detected matching given configuration for text: Once upon a time',
  });
});

test('A type that needs colours is rejected, and the message names the supported types', async () => {
  assert.deepEqual(await validateDiagram('pie\n"a" : 1\n'), {
    message:
      'A diagram of type "pie" cannot be drawn here; write a flowchart, sequenceDiagram, stateDiagram-v2, classDiagram, erDiagram or timeline.',
    line: 1,
  });
});
