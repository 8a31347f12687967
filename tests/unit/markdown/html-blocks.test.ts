/** HTML on few lines: MDX makes words of it that are blocks for HTML. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blocksOf, blockText } from '../../../src/markdown/block-ids.ts';
import { parseBody } from '../../../src/markdown/processor.ts';
import { writeBlockIds } from '../../../src/markdown/write-block-ids.ts';

const PATH = 'content/en/concepts/page.mdx';
const texts = (body: string): string[] => blocksOf(parseBody(body, PATH)).map(({ node }) => blockText(node));

const cases: Record<string, string[]> = {
  '<details><summary>Title</summary>Body *text*</details>': ['Title', 'Body text'],
  '<details>\n<summary>Title</summary>\nBody\n</details>': ['Title', 'Body'],
  '<details>\n  <summary>Title</summary>\n  Body\n\n  - Item\n</details>': ['Title', 'Body', 'Item'],
  '<details>\n<summary>\n\nTitle\n\n</summary>\nBody\n</details>': ['Title', 'Body'],
  '<details><summary>A</summary><details><summary>B</summary>C</details></details>': ['A', 'B', 'C'],
  'Before <details><summary>A</summary>B</details> after': ['Before', 'A', 'B', 'after'],
  '<div>Words</div>': ['Words'],
  '<p>\n\nWords\n\n</p>': ['Words'],
  '<p>\n\nOne\n\nTwo\n\n</p>': ['One', 'Two'],
  '<dl><dt>Term</dt><dd>Meaning</dd></dl>': ['Term Meaning'],
  '<ul><li>One</li><li>Two</li></ul>': ['One Two'],
  '<figure>\n![Picture](/favicon.svg)\n<figcaption>Caption</figcaption>\n</figure>': ['Picture Caption'],
  '<figure><img src="/favicon.svg" alt="Picture" /><figcaption>Caption</figcaption></figure>': ['Picture Caption'],
  '<mark>A sentence.</mark>': ['A sentence.'],
  '<kbd>A</kbd> <kbd>B</kbd>': ['A B'],
  '<mark>One.</mark>\n\n<mark>Two.</mark>': ['One.', 'Two.'],
  '> <mark>One.</mark>\n>\n> <mark>Two.</mark>\n\n<kbd>A</kbd>\n<kbd>B</kbd>': ['One. Two.', 'A B'],
  '<img src="/favicon.svg" alt="Picture" />': ['Picture'],
  '- Item <details><summary>A</summary>B</details>': ['Item A B'],
  '> <details><summary>A</summary>B</details>': ['A B'],
};

for (const [body, expected] of Object.entries(cases)) {
  test(`Every word of ${JSON.stringify(body)} is in a block, which can take an id.`, () => {
    assert.deepEqual(texts(body), expected);
    const marks = new Map(expected.map((_, at) => [at, String(at + 1)]));
    const written = writeBlockIds(body, PATH, marks);
    assert.deepEqual(
      blocksOf(parseBody(written, PATH)).map(({ marked, node }) => [marked, blockText(node)]),
      expected.map((text) => [true, text]),
    );
  });
}

test('A block whose id has no place is reported with its line, also where the id would break the page.', () => {
  for (const body of ['First.\n\n<details><summary>a</summary><ul><li>b</li></ul>c</details>', 'First.\n\n<dl><dt>a</dt><dd>b</dd></dl>\nafter']) {
    const marks = new Map(blocksOf(parseBody(body, PATH)).map((_, at) => [at, String(at + 1)]));
    assert.throws(() => writeBlockIds(body, PATH, marks), { name: 'RangeError', message: '3' });
  }
});
