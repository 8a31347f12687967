import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Element } from 'hast';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { footnoteOptions, footnotes } from '../../../src/markdown/footnotes.ts';
import { parseBody } from '../../../src/markdown/processor.ts';

/** Returns the elements of a rendered page, in order. */
async function elements(body: string, path = 'en/concepts/page.mdx'): Promise<Element[]> {
  const file = new VFile({ value: body, path });
  const found: Element[] = [];
  const processor = unified()
    .use(remarkRehype, footnoteOptions)
    .use(footnotes, { languages: () => Promise.resolve(['en']) });
  visit(await processor.run(parseBody(body, path), file), 'element', (node) => void found.push(node as Element));
  return found;
}

const BODY = 'One.[^second] Two.[^first] Again.[^second]\n\n[^first]: The first.\n\n[^second]: The second.\n';
const withProperty = async (name: string, path?: string): Promise<Element[]> =>
  (await elements(BODY, path)).filter(({ properties }) => name in properties);

test('A note’s id comes from its name, and each of its references has an id of its own.', async () => {
  const ids = (await elements(BODY)).flatMap(({ properties }) => (properties.id ? [properties.id] : []));
  assert.deepEqual(ids, ['intro.1', 'fnref-second', 'fnref-first', 'fnref-second-2', 'notes', 'fn-second', 'fn-first']);
});

test('Only the first reference to a note has its number as a class.', async () => {
  const classes = (await withProperty('dataFootnoteRef')).map(({ properties }) => properties.className);
  assert.deepEqual(classes, [['footnote-ref', 'n1'], ['footnote-ref', 'n2'], ['footnote-ref']]);
});

test('References are described by the list of notes.', async () => {
  for (const { properties } of await withProperty('dataFootnoteRef')) assert.deepEqual(properties.ariaDescribedBy, ['notes']);
});

test('The words around the notes are in the language of the page.', async () => {
  const labels = async (path: string) => (await withProperty('dataFootnoteBackref', path)).map(({ properties }) => properties.ariaLabel);
  assert.deepEqual(await labels('en/concepts/page.mdx'), [
    'Back to note 1 in the text',
    'Back to note 1-2 in the text',
    'Back to note 2 in the text',
  ]);
  assert.equal((await labels('ru/concepts/page.mdx'))[0], 'Вернуться к тексту, примечание 1');
});
