import assert from 'node:assert/strict';
import { test } from 'node:test';
import { innerHtml, parseHtmlFragment } from '../../../src/views/html-tree.ts';
import { langSpans } from '../../../src/views/lang-spans.ts';

function marked(html: string, lang = 'en'): string {
  const tree = parseHtmlFragment(html);
  langSpans(tree, lang, ['en', 'ru']);
  return innerHtml(tree);
}

test('Russian words in an English text are marked as Russian.', () => {
  assert.equal(
    marked('<p>The word <b>извлечение материалов</b>, and more.</p>'),
    '<p>The word <b><span lang="ru">извлечение материалов</span></b>, and more.</p>',
  );
});

test('A Russian text stays unchanged, and so does a text with a language of its own.', () => {
  assert.equal(marked('<p>Слово</p>', 'ru'), '<p>Слово</p>');
  assert.equal(marked('<p lang="ru">Слово</p>'), '<p lang="ru">Слово</p>');
  assert.equal(marked('<div lang="en"><p>Слово</p></div>', 'ru'), '<div lang="en"><p><span lang="ru">Слово</span></p></div>');
});

test('An element in a language of the other direction gets its direction.', () => {
  assert.equal(marked('<p>One <q lang="ar">كتاب</q></p>'), '<p>One <q lang="ar" dir="rtl">كتاب</q></p>');
  assert.equal(marked('<p lang="en">One</p>', 'ar'), '<p lang="en" dir="ltr">One</p>');
});

test('Code and drawings stay unchanged.', () => {
  for (const html of ['<pre>слово</pre>', '<code>слово</code>', '<svg><text>слово</text></svg>']) assert.equal(marked(html), html);
});

test('English phrases in a Russian text are marked as English; names, abbreviations and addresses are not.', () => {
  const en = (text: string): string =>
    marked(`<p>${text}</p>`, 'ru')
      .replace(/^<p>|<\/p>$/g, '')
      .replace(/<span lang="en">(.*?)<\/span>/g, '[$1]');
  assert.equal(
    en('Лицензия говорит: «a work based on the Program» (covered work).'),
    'Лицензия говорит: «[a work based on the Program]» ([covered work]).',
  );
  assert.equal(en('Передавать («convey») по AGPL-3.0, YOLO и Neo4j'), 'Передавать («[convey]») по AGPL-3.0, YOLO и Neo4j');
  assert.equal(en('Nix v. Hedden'), '[Nix v. Hedden]');
  assert.equal(en('дело William Hill'), 'дело William Hill');
  assert.equal(marked('<a>William Hill</a>', 'ru'), '<a><span lang="en">William Hill</span></a>');
  assert.equal(
    en('см. github.com/deep-foundation/russian-laws и https://example.org/a-b'),
    'см. github.com/deep-foundation/russian-laws и https://example.org/a-b',
  );
  assert.equal(en('<code>pip install torch</code>'), '<code>pip install torch</code>');
});
