import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blocksOf, blockText } from '../../../src/markdown/block-ids.ts';
import { parseBody } from '../../../src/markdown/processor.ts';
import { writeBlockIds } from '../../../src/markdown/write-block-ids.ts';

const PATH = 'content/en/concepts/page.mdx';
const blocks = (body: string) => blocksOf(parseBody(body, PATH)).map(({ id, marked, node }) => `${id}${marked ? '' : '?'} ${blockText(node)}`);

test('The id at the end of a block is not part of its text.', () => {
  assert.deepEqual(blocks('First. [#3]\n\n## A [#a]\n\nSecond\nline.\n[#2]\n\n- item [#7]\n- item with **stress** [#5]'), [
    'intro.3 First.',
    'a.2 Second line.',
    'a.7 item',
    'a.5 item with stress',
  ]);
});

test('A full id has the name of another section.', () => {
  assert.deepEqual(
    blocks('## A [#a]\n\nText. [#old-section.4]'),
    ['a.1'].map(() => 'old-section.4 Text.'),
  );
});

test('The id of a table, a code block or a diagram is on a line below it.', () => {
  const body =
    '## A [#a]\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n[#4]\n\n```js\ncode [#9]\n```\n\n[#5]\n\n```mermaid\nflowchart LR\n a --> b\n```\n\n[#6]\n\nText. [#7]';
  assert.deepEqual(
    blocks(body).map((block) => block.split(' ')[0]),
    ['a.4', 'a.5', 'a.6', 'a.7'],
  );
});

test('A quotation and a list item take the id of their own paragraph, not of a nested one.', () => {
  assert.deepEqual(
    blocks('> One.\n>\n> Two. [#4]\n\n- item\n\n  more [#5]\n\n  - nested [#6]\n- other').map((block) => block.split(' ')[0]),
    ['intro.4', 'intro.5', 'intro.6?'],
  );
});

test('Blocks without an id get the numbers after the highest one of their section.', () => {
  assert.deepEqual(blocks('## A [#a]\n\nOne.\n\nTwo. [#4]\n\n- three'), ['a.5? One.', 'a.4 Two.', 'a.6? three']);
});

test('An escaped bracket and code are not ids; an id can follow a citation or a note.', () => {
  assert.deepEqual(blocks('Text \\[#2]\n\nCode `[#3]`\n\nCited [@a, p. 1].[^n] [#4]\n\n[^n]: Note.'), [
    'intro.5? Text [#2]',
    'intro.6? Code [#3]',
    'intro.4 Cited.',
  ]);
});

const BODY = [
  'First.',
  '## A [#a]',
  'Two\nlines.  ',
  '- item\n- item\n\n  more\n- ```js\n  code\n  ```',
  '> quoted',
  '| x |\n|---|\n| 1 |',
  '```mermaid\nflowchart LR\n a --> b\n```',
  'Last',
].join('\n\n');

test('Ids are written at the place where they are parsed, and no other byte changes, with any line ends.', () => {
  for (const body of [BODY, BODY.replaceAll('\n', '\r\n'), `${BODY}\n\n`]) {
    const before = blocksOf(parseBody(body, PATH));
    const marks = new Map(before.map((_, at) => [at, String(at + 10)]));
    const written = writeBlockIds(body, PATH, marks);
    const after = blocksOf(parseBody(written, PATH));
    assert.deepEqual(
      after.map(({ id, section }) => id.slice(section.length + 1)),
      before.map((_, at) => String(at + 10)),
    );
    assert.equal(written.replace(/(?: |(?:\r?\n){2} *)\[#\d+\]/g, ''), body);
  }
});

test('An id that would be parsed differently is refused with the line of its block.', () => {
  assert.throws(() => writeBlockIds('Text.\n\n```js\nnever closed', PATH, new Map([[1, '2']])), { name: 'RangeError', message: '3' });
});
