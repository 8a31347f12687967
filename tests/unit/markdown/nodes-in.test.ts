import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Nodes } from 'mdast';
import { nodesIn } from '../../../src/markdown/nodes-in.ts';
import { parseBody } from '../../../src/markdown/processor.ts';

const typesIn = (tree: Nodes): string[] => nodesIn(tree).map(({ type }) => type);

test('The nodes of a tree are listed, each before its children.', () => {
  const tree = parseBody('One *two* `three`.\n\n- four\n', 'en/concepts/page.mdx');
  const words = ['paragraph', 'text', 'emphasis', 'text', 'text', 'inlineCode', 'text'];
  assert.deepEqual(typesIn(tree), ['root', ...words, 'list', 'listItem', 'paragraph', 'text'].toSpliced(5, 1, 'text'));
  assert.deepEqual(typesIn({ type: 'text', value: 'alone' }), ['text']);
});

test('A loop over the nodes may replace their children.', () => {
  const tree = parseBody('One *two*.\n', 'en/concepts/page.mdx');
  for (const node of nodesIn(tree)) if ('children' in node) node.children = node.children.filter(({ type }) => type !== 'emphasis') as never;
  assert.deepEqual(typesIn(tree), ['root', 'paragraph', 'text', 'text']);
});
