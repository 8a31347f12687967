import assert from 'node:assert/strict';
import { test } from 'node:test';
import { excerptOf } from '../../../src/markdown/excerpt.ts';
import { parseBody } from '../../../src/markdown/processor.ts';

const excerpt = (body: string, section: string): string => excerptOf(parseBody(body, 'en/concepts/page.mdx'), section);

test('The excerpt of a section is its text without tables, code and components; that of the page is before the first heading.', () => {
  const body =
    'Intro.\n\n## A [#a]\n\nOne [@key].\n\n| t |\n| - |\n| u |\n\n- two\n\n<Differs id="d">\n\nAside.\n\n</Differs>\n\n## B [#b]\n\nThree.';
  assert.equal(excerpt(body, ''), 'Intro.');
  assert.equal(excerpt(body, 'a'), 'One. two.');
  assert.equal(excerpt(body, 'b'), 'Three.');
});

test('A section without text of its own has that of its first subsection, or the last paragraph of its components.', () => {
  assert.equal(excerpt('## A [#a]\n\n### B [#b]\n\nOne.\n\n### C [#c]\n\nTwo.', 'a'), 'One.');
  assert.equal(excerpt('## A [#a]\n\n<Differs id="d">\n\nFirst.\n\nLast.\n\n</Differs>\n\n## B [#b]\n\nTwo.', 'a'), 'Last.');
  assert.equal(excerpt('## A [#a]\n\n## B [#b]\n\nTwo.', 'a'), '');
});
