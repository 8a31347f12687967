/** What to do about a page that MDX cannot parse. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { VFileMessage } from 'vfile-message';
import { parseBody } from '../../../src/markdown/processor.ts';
import { mdxError } from '../../../src/model/mdx-error.ts';

function errorOf(body: string): string {
  try {
    parseBody(body, 'en/concepts/page.mdx');
  } catch (error) {
    const { hint, at } = mdxError(error as VFileMessage, body, (point) => point);
    return `${at.line}:${at.column} ${hint}`;
  }
  return 'no error';
}

const hints: Record<string, string> = {
  'A {{ site.title }} here': '1:10 Templates are not filled in. Write the text itself, or a literal { as \\{.',
  '## Title {#custom}': '1:11 Write the id of a heading as [#custom].',
  'Text {.class}': '1:7 Delete it. There are no attributes in braces. Write a literal { as \\{.',
  '{++added++}': '1:4 Write <ins>…</ins> for added text.',
  '{>>a comment<<}': '1:2 Write a comment as {/* … */}.',
  'One.\n\nA line<br>break': '3:7 Write <br />.',
  '<details><summary>S</summary>\n\nText.\n\n</details>': '1:1 Put <details> and </details> on lines of their own, or all of it on one line.',
  '- a\n\n  <div>\n\n  b</div>': '5:4 Put <div> and </div> on lines of their own, or all of it on one line.',
  'A Vec<int> of them': '1:6 Close every brace and tag. Write a literal { or < as \\{ or \\<, or put code in backquotes.',
};

for (const [body, expected] of Object.entries(hints)) test(`${JSON.stringify(body)} gets: ${expected}`, () => assert.equal(errorOf(body), expected));

test('The hints work.', () => {
  for (const body of [
    'A \\{{ site.title }} here',
    'A line<br />break',
    '<details>\n<summary>S</summary>\n\nText.\n\n</details>',
    '<details><summary>S</summary>Text.</details>',
    '- a\n\n  <div>\n\n  b\n\n  </div>',
    'A `Vec<int>` of them',
  ])
    assert.equal(errorOf(body), 'no error', body);
});
