import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from 'unist-util-visit';
import { blocksOf } from '../../../src/markdown/block-ids.ts';
import { readCitation } from '../../../src/markdown/citations.ts';
import { headingId } from '../../../src/markdown/heading-ids.ts';
import { parseBody } from '../../../src/markdown/processor.ts';
import { plainText } from '../../../src/markdown/plain-text.ts';

const parse = (body: string, path = 'content/en/concepts/page.mdx') => parseBody(body, path);
const nodes = (body: string, type: string, path?: string): unknown[] => {
  const found: unknown[] = [];
  visit(parse(body, path), (node) => {
    if (node.type === type) found.push(node);
  });
  return found;
};

test('A heading takes the id at its end, which is removed from its text.', () => {
  const [heading] = nodes('## What counts as *extraction* here [#definition]', 'heading') as never[];
  assert.equal(headingId(heading!), 'definition');
  assert.equal(plainText(heading!), 'What counts as extraction here');
});

test('Text in brackets inside code, or before the end of a heading, is not an id.', () => {
  for (const text of ['## Write `[#id]`', '## The [#mark] in the middle']) assert.equal(headingId(nodes(text, 'heading')[0] as never), undefined);
});

test('A citation is parsed into keys and locators.', () => {
  assert.deepEqual(readCitation('@rcc-1334, para. 1; @agpl-3.0-s2'), [{ key: 'rcc-1334', locator: 'para. 1' }, { key: 'agpl-3.0-s2' }]);
  assert.equal(readCitation('@one; two'), undefined);
  assert.equal(readCitation('@'), undefined);
});

test('Citations in a text become nodes with their positions.', () => {
  const found = nodes('One [@a, p. 1].\nTwo [@b; @c].', 'citation') as { items: unknown[]; position: { start: { line: number; column: number } } }[];
  assert.deepEqual(
    found.map(({ items, position }) => [items.length, position.start.line, position.start.column]),
    [
      [1, 1, 5],
      [2, 2, 5],
    ],
  );
});

test('Citations are removed from the plain text of a paragraph.', () => {
  assert.equal(plainText(parse('Costs count [@a, p. 1].[^n]\n\n[^n]: Note.').children[0]!), 'Costs count.');
});

test('Blocks are numbered by section in the order of the page; list items count one by one.', () => {
  const tree = parse('First.\n\n## A [#a]\n\nOne.\n\n- two\n- three\n\n### B [#b]\n\n> Four.');
  assert.deepEqual(
    blocksOf(tree).map(({ id }) => id),
    ['intro.1', 'a.1', 'a.2', 'a.3', 'b.1'],
  );
});

test('A Mermaid fence becomes a diagram and is not part of the plain text.', () => {
  const tree = parse('```mermaid\nflowchart LR\n  a --> b\n```');
  assert.equal(tree.children[0]!.type, 'diagram');
  assert.equal(plainText(tree), '');
});

test('Broken MDX throws with line and column.', () => {
  assert.throws(
    () => parse('Text.\n\n<Tree id="a"'),
    (error: { line?: number; column?: number }) => error.line === 3 && typeof error.column === 'number',
  );
});

test('Straight quotation marks become typographic ones.', () => assert.equal(plainText(parse('It\'s a "test".')), 'It’s a “test”.'));
