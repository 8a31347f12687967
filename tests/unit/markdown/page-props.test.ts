import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Element, Root } from 'hast';
import type { MdxJsxFlowElementHast } from 'mdast-util-mdx-jsx';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { anchorLinks } from '../../../src/markdown/anchor-links.ts';
import { footnoteOptions, footnotes } from '../../../src/markdown/footnotes.ts';
import { pageProps, type Reference } from '../../../src/markdown/page-props.ts';
import { parseBody } from '../../../src/markdown/processor.ts';

/** Lists the elements that have the path of their page, each with the path. */
async function pagesIn(body: string, path: string): Promise<string[]> {
  const languages = () => Promise.resolve(['en']);
  const file = new VFile({ value: body, path });
  const processor = unified()
    .use(remarkRehype, { ...footnoteOptions, passThrough: ['mdxJsxFlowElement', 'mdxJsxTextElement'] })
    .use([pageProps, [footnotes, { languages }], [anchorLinks, { languages }]]);
  const found: string[] = [];
  visit((await processor.run(parseBody(body, path), file)) as Root, (node) => {
    const { tagName, properties } = node as Element;
    const { page } = properties?.of ? (JSON.parse(decodeURIComponent(String(properties.of))) as Reference) : (properties ?? {});
    if (page !== undefined) found.push(`${tagName} ${String(page)}`);
    const { name, attributes = [] } = node as unknown as MdxJsxFlowElementHast;
    for (const one of attributes) if ('name' in one && one.name === 'page') found.push(`${name} ${String(one.value)}`);
  });
  return found;
}

test('Every element that a component renders gets the path of its page, also inside a component.', async () => {
  const body = 'A [link](kb:b) and [@key].\n\n```mermaid\nflowchart\n```\n\n<Tree id="t" />\n\n<Differs id="d">\n\nSee [c](kb:c).\n\n</Differs>\n';
  const page = 'en/concepts/page.mdx';
  assert.deepEqual(
    await pagesIn(body, `/somewhere/content/${page}`),
    ['kb-link', 'kb-cite', 'kb-diagram', 'Tree', 'Differs', 'kb-link'].map((name) => `${name} ${page}`),
  );
});

test('The shorter path of the front page is recognised.', async () => {
  assert.deepEqual(await pagesIn('[Link](kb:b)\n', 'C:\\base\\ru\\index.mdx'), ['kb-link ru/index.mdx']);
});

test('Links to and from a note, anchor links and plain elements get no path.', async () => {
  assert.deepEqual(await pagesIn('## Title [#title]\n\nOne.[^n] <br />\n\n[^n]: Two.\n', 'en/concepts/page.mdx'), []);
});
