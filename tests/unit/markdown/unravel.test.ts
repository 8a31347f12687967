import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseBody } from '../../../src/markdown/processor.ts';

const types = (body: string): string[] => parseBody(body, 'en/concepts/page.mdx').children.map(({ type }) => type);

test('A paragraph that contains only components is unwrapped, as in MDX.', () => {
  assert.deepEqual(types('<Tree id="a" />'), ['mdxJsxFlowElement']);
  assert.deepEqual(types('<Tree id="a" /> <Tree id="b" />'), ['mdxJsxFlowElement', 'mdxJsxFlowElement']);
});

test('A paragraph with words, also in HTML only, stays a paragraph.', () => {
  for (const body of ['Press <kbd>A</kbd>', '<kbd>A</kbd> <kbd>B</kbd>', '<mark>A sentence.</mark>'])
    assert.deepEqual(types(body), ['paragraph'], body);
});
