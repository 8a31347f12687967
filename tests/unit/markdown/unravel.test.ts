import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseBody } from '../../../src/markdown/processor.ts';

const types = (body: string): string[] => parseBody(body, 'en/concepts/page.mdx').children.map(({ type }) => type);

test('A paragraph that contains only components is unwrapped, as in MDX.', () => {
  assert.deepEqual(types('<Tree id="a" />'), ['mdxJsxFlowElement']);
  assert.deepEqual(types('<kbd>A</kbd> <kbd>B</kbd>'), ['mdxJsxFlowElement', 'mdxJsxFlowElement']);
});

test('A paragraph with a word beside the component stays a paragraph.', () => assert.deepEqual(types('Press <kbd>A</kbd>'), ['paragraph']));
