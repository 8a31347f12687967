import assert from 'node:assert/strict';
import { test } from 'node:test';
import { innerHtml, parseHtmlFragment } from '../../../src/views/html-tree.ts';
import { lineBreaks } from '../../../src/views/line-breaks.ts';

function withLineBreaks(html: string, lang = 'en'): string {
  const tree = parseHtmlFragment(html);
  lineBreaks(tree, lang);
  return innerHtml(tree);
}

test('An abbreviation, or the name of a part, stays with its number, also across a line break of the source.', () => {
  assert.equal(
    withLineBreaks('<p>See art. 1334, paras. 1 and 2, section\n7, point (d) and ст. 1270.</p>'),
    '<p>See art.&nbsp;1334, paras.&nbsp;1 and 2, section&nbsp;7, point&nbsp;(d) and ст.&nbsp;1270.</p>',
  );
});

test('A part of a paragraph stays with its number, and an abbreviation in another language with the number after it.', () => {
  assert.equal(withLineBreaks('<a>para. 1, indent 2</a>'), '<a>para.&nbsp;1, indent&nbsp;2</a>');
  assert.equal(
    withLineBreaks('<p>rule 12, <span lang="ru">ст.</span> 12, <span lang="ru">раздел</span> 7, <span lang="ru">овощ</span> 7</p>'),
    '<p>rule 12, <span lang="ru">ст.</span>&nbsp;12, <span lang="ru">раздел</span>&nbsp;7, <span lang="ru">овощ</span> 7</p>',
  );
});

test('A licence stays with its version, in an element, so that the copied text has no extra character.', () => {
  assert.equal(withLineBreaks('<a href="/AGPL-3.0/">AGPL-3.0 s. 2</a>'), '<a href="/AGPL-3.0/"><span class="no-break">AGPL-3.0</span> s.&nbsp;2</a>');
  assert.equal(withLineBreaks('<a>GPL-3.0</a>'), '<a><span class="no-break">GPL-3.0</span></a>');
  assert.equal(withLineBreaks('<p>GPL-3.0.</p>'), '<p><span class="no-break">GPL-3.0</span>.</p>');
});

test('A point, the number of an act, a name with a version and the parties of a case stay together.', () => {
  assert.equal(
    withLineBreaks('<p>Point K-f and act 35-FZ.</p>'),
    '<p>Point <span class="no-break">K-f</span> and act <span class="no-break">35-FZ</span>.</p>',
  );
  assert.equal(withLineBreaks('<p>R4-1, 230-ФЗ</p>'), '<p><span class="no-break">R4-1</span>, <span class="no-break">230-ФЗ</span></p>');
  assert.equal(withLineBreaks('<a>CC BY 4.0</a>'), '<a>CC&nbsp;BY&nbsp;4.0</a>');
  assert.equal(withLineBreaks('<a>CC BY-NC 4.0</a>'), '<a>CC&nbsp;BY-NC&nbsp;4.0</a>');
  assert.equal(withLineBreaks('<p>Grey v Marsh</p>'), '<p>Grey v&nbsp;Marsh</p>');
});

test('A middle dot between two items is never first on a line.', () => {
  assert.equal(withLineBreaks('<p><a>One</a> · <a>two</a></p>'), '<p><a>One</a>&nbsp;· <a>two</a></p>');
});

test('A long identifier may break before each of its parts, and a short one not at all.', () => {
  assert.equal(withLineBreaks('<p>AGPLv3InteractingRemotely</p>'), '<p>AGPLv3Interacting<wbr>Remotely</p>');
  assert.equal(withLineBreaks('<p>WhatCaseIsOutputGPL</p>'), '<p>What<wbr>Case<wbr>Is<wbr>Output<wbr>GPL</p>');
  assert.equal(withLineBreaks('<p>GPLOutput, misrepresentations</p>'), '<p>GPLOutput, misrepresentations</p>');
});

test('Code, drawings, scripts and attributes stay unchanged.', () => {
  for (const html of [
    '<pre><code>See art. 1334 of AGPL-3.0</code></pre>',
    '<p><code>AGPL-3.0</code></p>',
    '<svg><text>AGPL-3.0, art. 1334</text></svg>',
    '<script type="application/ld+json">"AGPL-3.0"</script>',
    '<figure aria-label="art. 1334, AGPL-3.0"></figure>',
  ])
    assert.equal(withLineBreaks(html), html);
});

test('Similar words stay unchanged.', () => {
  const html = '<p>Points of 7, appoint 3, GPT-4, UTF-8, 3.0-AGPL, a note. The 2nd one.</p>';
  assert.equal(withLineBreaks(html), html);
});

test('A Russian text has the no-break spaces of Russian typography, and an English one in it does not.', () => {
  const reported = (text: string): string =>
    withLineBreaks(`<p>${text}</p>`, 'ru')
      .replace(/^<p>|<\/p>$/g, '')
      .replaceAll('&nbsp;', '~');
  assert.equal(reported('Модель — программа'), 'Модель~— программа');
  assert.equal(reported('В модели и в весах с ней'), 'В~модели и~в~весах с~ней');
  assert.equal(reported('Ст. 1334, п. 4, раздел 13, статьи 1270'), 'Ст.~1334, п.~4, раздел~13, статьи~1270');
  assert.equal(
    reported('Постановление № 25-П от 3 марта 2024 г. и 1,3 % из 10 000 000 строк'),
    'Постановление №~<span class="no-break">25-П</span> от 3~марта 2024~г. и~1,3~% из 10~000~000 строк',
  );
  assert.equal(reported('так же, как и можно ли'), 'так~же, как и~можно~ли');
  assert.equal(reported('А. С. Пушкин, т. е. АПК РФ. AGPL. Если'), 'А.~С.~Пушкин, т.~е. АПК~РФ. AGPL. Если');
  assert.equal(reported('<span lang="en">a b — c</span>'), '<span lang="en">a b — c</span>');
});
