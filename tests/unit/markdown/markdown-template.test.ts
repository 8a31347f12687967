import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillReferences, markdownTemplate, type MarkdownReference } from '../../../src/markdown/markdown-template.ts';
import { parseBody } from '../../../src/markdown/processor.ts';

/** Returns the text of a template, and its references. */
function filled(body: string): { text: string; references: MarkdownReference[] } {
  const references: MarkdownReference[] = [];
  const text = fillReferences(markdownTemplate(parseBody(body, 'en/concepts/page.mdx')), (reference) => `<${references.push(reference)}>`);
  return { text, references };
}

test('A template refers to everything that depends on other pages.', () => {
  const { text, references } = filled(
    '## A title [#a]\n\nA [link](kb:b.c) and [@key, p. 1]. [#1]\n\n![Words](/x.png)\n\n<Differs id="d" points="1, 2">\n\nText.\n\n</Differs>\n\n<Tree id="t" />\n\n[e]: kb:e\n\nSee [it][e].',
  );
  assert.deepEqual(
    references.map((reference) => JSON.parse(JSON.stringify(reference)) as object),
    [
      { section: 'a' },
      { href: 'kb:b.c' },
      { items: [{ key: 'key', locator: 'p. 1' }] },
      { href: '/x.png' },
      { differs: { id: 'd', points: '1, 2' } },
      { entry: 't' },
      { href: 'kb:e' },
    ],
  );
  assert.match(text, /^## \[A title\]\(<1>\)\n\nA \[link\]\(<2>\) and <3>\. \{#a\.1\}\n\n!\[Words\]\(<4>\)/);
  assert.match(text, /^> <5>\n>\n> Text\.\n\n<6>\n\n\[e\]: <7>\n/m);
});

test('A reference with any characters is neither escaped nor cut, also in a table and in the code of a diagram.', () => {
  const href = "kb:a_*~`|<>\\'!";
  const { references } = filled(`| a |\n| - |\n| [b](<${href.replace(/[\\<>|]/g, '\\$&')}>) |\n\n\`\`\`mermaid\nclick a "kb:c"\n\`\`\``);
  assert.deepEqual(references, [{ href }, { href: 'kb:c' }]);
});

test('A link to another site has no reference, and stays an autolink.', () => {
  const { text, references } = filled('<https://example.org/a_b> and [words](mailto:a@b.example).'.replace('<', '').replace('> ', ' '));
  assert.deepEqual(references, []);
  assert.match(text, /<https:\/\/example\.org\/a_b> and \[words\]\(mailto:a@b\.example\)\./);
});
