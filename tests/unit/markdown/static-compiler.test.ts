import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unified } from '@astrojs/markdown-remark';
import { modelTree } from '../../../src/content/parsed-tree.ts';
import { footnoteOptions } from '../../../src/markdown/footnotes.ts';
import { parseBody, rehypePlugins } from '../../../src/markdown/processor.ts';
import { staticCompiler } from '../../../src/markdown/static-compiler.ts';

const FILE = 'en/concepts/page.mdx';
const plugins = rehypePlugins(() => Promise.resolve(['en', 'ru']), '/kb/');
const compile = staticCompiler(plugins);

/** What @astrojs/mdx makes of a page, with the optimisation of Astro: code that contains the HTML of all elements as one string. */
async function compiledByMdx(body: string): Promise<string> {
  const remarkPlugins = [[modelTree, { isBuild: () => false }]] as never;
  const processor = unified({ gfm: false, smartypants: false, remarkPlugins, remarkRehype: footnoteOptions, rehypePlugins: plugins as never });
  const renderer = await processor.createMdxRenderer!({ syntaxHighlight: false }, { optimize: true } as never);
  const { code } = await renderer.process(body, `/content/${FILE}`, {});
  const [, text = ''] = /_jsx\(Fragment, \{\n {4}"set:html": ("(?:[^"\\]|\\.)*")\n/.exec(code) ?? [];
  return JSON.parse(text) as string;
}

const PAGES = {
  'paragraphs and headings': 'One “two” & &lt;3 [#1]\n\n## A "title" \\ and `code` [#a]\n\nWords. [#1]\n\n### A [link](kb:b) [#b]\n\nMore. [#1]',
  'links, citations and images':
    'A [link](kb:b.c), [another](https://example.org/?a=1&b=2), [@key, p. 1; @other].\n\n![A *word*](/picture.png "Title") [#2]',
  notes: 'One[^a], two[^b], one again[^a].\n\n[^a]: First note, with [a link](kb:c).\n\n[^b]: Second.\n\n    With two paragraphs.',
  lists: '- one [#1]\n- two\n  - three\n\n1. four\n\n2. five\n\n- [x] done\n- [ ] open',
  'a table': '| a | b |\n| :- | -: |\n| *c* | `d` |\n| e[^n] | f |\n\n[#3]\n\n[^n]: Note.',
  'other blocks': '> A quotation.\n>\n> Two.\n\n```js\nconst a = "<b>";\n```\n\n---\n\n~~gone~~  \nA break.',
};

for (const [name, body] of Object.entries(PAGES)) {
  test(`The HTML of a page without components is that of @astrojs/mdx: ${name}.`, async () => {
    // An empty value and none mean the same.
    const [own, other] = [await compile(parseBody(body, FILE), FILE), await compiledByMdx(body)].map((html) => html?.replaceAll('=""', ''));
    assert.equal(own, other);
  });
}

test('A page with a component, an HTML element, an expression or a diagram is not static.', async () => {
  for (const body of ['<Tree id="a" />', 'A <abbr title="b">c</abbr>.', "{'a'}", '```mermaid\nflowchart TD\na --> b\n```'])
    assert.equal(await compile(parseBody(body, FILE), FILE), undefined, body);
  assert.equal(await compile(parseBody('', FILE), FILE), '');
});
