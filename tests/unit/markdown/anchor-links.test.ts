import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Element, Root } from 'hast';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { anchorLinks } from '../../../src/markdown/anchor-links.ts';
import { footnoteOptions, footnotes } from '../../../src/markdown/footnotes.ts';
import { parseBody } from '../../../src/markdown/processor.ts';

/** Lists the anchor links of a page: the parent element, the address and the name of each. */
async function marksOf(body: string, path = 'en/concepts/page.mdx', ofBase = ['en']): Promise<string[]> {
  const file = new VFile({ value: body, path });
  const languages = () => Promise.resolve(ofBase);
  const processor = unified().use(remarkRehype, footnoteOptions).use(footnotes, { languages }).use(anchorLinks, { languages });
  const tree = (await processor.run(parseBody(body, path), file)) as Root;
  const found: string[] = [];
  visit(tree, 'element', ({ tagName, properties, children }: Element, _, parent) => {
    if (tagName !== 'a' || !properties.className?.toString().includes('anchor-link')) return;
    const name = properties.ariaLabel ?? (children[0]?.type === 'text' ? children[0].value : '');
    found.push(`${(parent as Element).tagName} ${String(properties.href)} ${String(name)}`);
  });
  return found;
}

test('A heading is its own anchor link; a block has an empty one with a name from its section.', async () => {
  assert.deepEqual(await marksOf('First.\n\n## The rule [#rule]\n\nSecond.\n\n- third\n\n> Fourth.\n'), [
    'p #intro.1 Passage 1',
    'h2 #rule The rule',
    'p #rule.1 Passage 1: The rule',
    'li #rule.2 Passage 2: The rule',
    'blockquote #rule.3 Passage 3: The rule',
  ]);
});

test('A heading with a link, a note or a citation has its anchor link after its text, because links cannot be nested.', async () => {
  assert.deepEqual(await marksOf('## See [this](kb:other) [#see]\n'), ['h2 #see Passage: See this']);
  assert.deepEqual((await marksOf('## Noted [#noted][^n]\n\n[^n]: N.\n')).slice(0, 1), ['h2 #noted Passage: Noted']);
  assert.deepEqual(await marksOf('## Cited [#cited] [@source]\n'), ['h2 #cited Passage: Cited']);
});

test('A table has its anchor link in its first cell.', async () => {
  assert.deepEqual(await marksOf('| A | B |\n| - | - |\n| c | d |\n'), ['th #intro.1 Passage 1']);
});

test('A note has its anchor link at its end, the heading of the notes none.', async () => {
  assert.deepEqual(await marksOf('One.[^n]\n\n[^n]: Two.\n\n    Three.\n'), ['p #intro.1 Passage 1', 'p #fn-n This note: n']);
});

test('The name of an anchor link is in the language of the page.', async () => {
  assert.deepEqual(await marksOf('Раз.\n', 'ru/concepts/page.mdx'), ['p #intro.1 Фрагмент 1']);
});

test('Where the interface has no translation, the name is in the first language of the base that has one.', async () => {
  assert.deepEqual(await marksOf('واحد.\n', 'ar/concepts/page.mdx', ['la', 'de', 'ar']), ['p #intro.1 Stelle 1']);
});
