import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { lineBreaks } from '../../../src/views/line-breaks.ts';

function bound(html: string): string {
  const tree = fromHtml(html, { fragment: true });
  lineBreaks(tree);
  return toHtml(tree);
}

test('An abbreviation, or the word for a part of a text, stays with its number, also over the end of a line of the source.', () => {
  assert.equal(
    bound('<p>See art. 1334, paras. 1 and 2, section\n7, point (d) and ст. 1270.</p>'),
    '<p>See art.\u00a01334, paras.\u00a01 and 2, section\u00a07, point\u00a0(d) and ст.\u00a01270.</p>',
  );
});

test('A licence stays with its version, in an element, so that what is copied has no sign of ours.', () => {
  assert.equal(bound('<a href="/AGPL-3.0/">AGPL-3.0 s. 2</a>'), '<a href="/AGPL-3.0/"><span class="bound">AGPL-3.0</span> s.\u00a02</a>');
  assert.equal(bound('<a>GPL-3.0</a>'), '<a><span class="bound">GPL-3.0</span></a>');
  assert.equal(bound('<p>GPL-3.0.</p>'), '<p><span class="bound">GPL-3.0</span>.</p>');
});

test('A point between two things never begins a line.', () => {
  assert.equal(bound('<p><a>One</a> · <a>two</a></p>'), '<p><a>One</a>\u00a0· <a>two</a></p>');
});

test('A long word of code may be broken where a part of it begins, and a short one nowhere.', () => {
  assert.equal(bound('<p>AGPLv3InteractingRemotely</p>'), '<p>AGPLv3Interacting<wbr>Remotely</p>');
  assert.equal(bound('<p>WhatCaseIsOutputGPL</p>'), '<p>What<wbr>Case<wbr>Is<wbr>Output<wbr>GPL</p>');
  assert.equal(bound('<p>GPLOutput, misrepresentations</p>'), '<p>GPLOutput, misrepresentations</p>');
});

test('Code, drawings, scripts and attributes are left as they are.', () => {
  for (const html of [
    '<pre><code>See art. 1334 of AGPL-3.0</code></pre>',
    '<p><code>AGPL-3.0</code></p>',
    '<svg><text>AGPL-3.0, art. 1334</text></svg>',
    '<script type="application/ld+json">"AGPL-3.0"</script>',
    '<figure aria-label="art. 1334, AGPL-3.0"></figure>',
  ])
    assert.equal(bound(html), html);
});

test('Words that only look alike are left as they are.', () => {
  const html = '<p>Points of 7, appoint 3, GPT-4, UTF-8, 3.0-AGPL, a note. The 2nd one.</p>';
  assert.equal(bound(html), html);
});
