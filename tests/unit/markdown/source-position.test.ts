import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Text } from 'mdast';
import { visit } from 'unist-util-visit';
import { UNPARSED } from '../../../src/markdown/citations.ts';
import { parseBody } from '../../../src/markdown/processor.ts';
import { sourceLocator } from '../../../src/markdown/source-position.ts';

/** Finds the position of each citation and of each other bracket in the source. */
function pointsOf(body: string): string[] {
  const points: string[] = [];
  visit(parseBody(body, 'en/concepts/page.mdx'), (node) => {
    const { start } = node.position ?? {};
    if (node.type === 'citation') points.push(`${start?.line}:${start?.column}`);
    if (node.type !== 'text') return;
    const pointer = sourceLocator(body, node as Text);
    for (const { index } of (node as Text).value.matchAll(UNPARSED)) points.push(`${pointer(index)?.line}:${pointer(index)?.column}`);
  });
  return points;
}

const cases: Record<string, [body: string, ...points: string[]]> = {
  'in the first line': ['One [@a] two [@b].', '1:5', '1:14'],
  'in a later line of a paragraph': ['One\ntwo\nthree [@a].', '3:7'],
  'after Windows line ends': ['One\r\ntwo\r\nthree [@a] [^b].', '3:7', '3:12'],
  'after tabs': ['One\n\ttwo\t[@a].', '2:6'],
  'in the later line of a list item': ['- One\n  two [@a]\n  - three\n    four [^b]', '2:7', '4:10'],
  'in the later line of a quotation': ['> One\n> two [@a]\n>   three [^b]', '2:7', '3:11'],
  'after escapes': ['A \\* and \\[ and \\\\ then [@a].', '1:25'],
  'after entities': ['A &amp; B &copy; C &#x1F600; then [@a].', '1:35'],
  'after characters beyond the first plane': ['😀 [@a].', '1:4'],
  'after quotes, dashes and dots that the typographer sets': ['"One" -- it\'s two... and [@a].', '1:26'],
  'after a hard break': ['One  \ntwo [@a].', '2:5'],
  'after Russian words': ['Слово и ещё слово, then [@a] и [^b].', '1:25', '1:32'],
  'after emphasis, code and a link': ['*One* `[@no]` [two](kb:x) [@a].', '1:27'],
  'in a cell of a table': ['| a | b |\n|---|---|\n| x | y [@a] |', '3:9'],
};

for (const [name, [body, ...points]] of Object.entries(cases)) {
  test(`The position of a bracket ${name} is found.`, () => assert.deepEqual(pointsOf(body), points));
}

test('A text without a position gives no point.', () => assert.equal(sourceLocator('One', { type: 'text', value: 'One' })(1), undefined));

test('Indexes need not be ascending.', () => {
  const pointer = sourceLocator('One\ntwo', {
    type: 'text',
    value: 'One\ntwo',
    position: { start: { line: 1, column: 1, offset: 0 }, end: { line: 2, column: 4, offset: 7 } },
  });
  const columns = [5, 1, 6, 3, 0, 2].map((index) => `${pointer(index)!.line}:${pointer(index)!.column} ${pointer(index)!.offset}`);
  assert.deepEqual(columns, ['2:2 5', '1:2 1', '2:3 6', '1:4 3', '1:1 0', '1:3 2']);
});
