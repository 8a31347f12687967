import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { writer } from '../../../src/markdown/markdown-template.ts';
import { random } from '../../random.ts';

const unabridged = unified().use(remarkStringify, { bullet: '-', rule: '-' }).use(remarkGfm, { tablePipeAlign: false });

test('Plain texts are written as the writer without a short cut writes them.', () => {
  const below = random(11);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const pieces = [...'aBw7 .,;:()[]-–_*+=>#!&<@/|~`\\“”«', 'www.x', 'https://', '12.', '1)', 'plain words of a text', '. ', ' (in brackets)'];
  const text = () => ({ type: 'text', value: Array.from({ length: 1 + below(6) }, () => pick(pieces)).join('') });
  const phrase = (): object =>
    pick([
      text,
      text,
      () => ({ type: 'emphasis', children: [text()] }),
      () => ({ type: 'html', value: '(a)' }),
      () => ({ type: 'link', url: 'https://a.example', children: [text()] }),
      () => ({ type: 'break' }),
    ])();
  const paragraph = () => ({ type: 'paragraph', children: Array.from({ length: 1 + below(4) }, phrase) });
  for (let round = 0; round < 3000; round += 1) {
    const block = pick([
      paragraph,
      () => ({ type: 'heading', depth: 2, children: [text()] }),
      () => ({ type: 'list', children: [{ type: 'listItem', children: [paragraph()] }] }),
      () => ({ type: 'table', children: [{ type: 'tableRow', children: [{ type: 'tableCell', children: [text()] }] }] }),
    ])();
    const tree = { type: 'root', children: [block as RootContent] } as Root;
    assert.equal(writer.stringify(tree), unabridged.stringify(tree), JSON.stringify(block));
  }
});
