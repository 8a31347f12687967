import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BODY_PLACE, finishPage, PRELOADS_PLACE, SETTINGS_PLACE, type PageBody } from '../../../src/views/finish-page.ts';

const document = `<html><head>${PRELOADS_PLACE}</head><body>${BODY_PLACE}</body></html>`;

const finished = (html: string, more: Partial<PageBody> = {}): string =>
  finishPage(document, { html, lang: 'en', languages: ['en', 'ru'], fonts: { always: [] }, redirects: [], isBook: false, settings: '', ...more })
    .html;

const bodyOf = (html: string): string => /<body>(.*)<\/body>/s.exec(html)![1]!;

test('A text gets the language of its foreign words and the places where lines may break.', () => {
  assert.equal(bodyOf(finished('<p>See art. 12 of the Кодекс.</p>')), '<p>See art.&nbsp;12 of the <span lang="ru">Кодекс.</span></p>');
});

test('The body is inserted unchanged, even if it contains replacement patterns such as $1.', () => {
  assert.equal(bodyOf(finished("<p>$&amp; $1 $' $$</p>")), "<p>$&amp; $1 $' $$</p>");
  assert.equal(bodyOf(finished(`<p>${BODY_PLACE.replaceAll('<', '&lt;')}</p>`)), '<p>&lt;!--body--&gt;</p>');
});

test('The settings are inserted in their place only.', () => {
  const page = {
    html: `<p>${SETTINGS_PLACE}</p>`,
    lang: 'en',
    languages: [],
    fonts: { always: [] },
    redirects: [],
    isBook: false,
    settings: "<p>$'</p>",
  };
  const { html, frame } = finishPage(document.replace('</body>', `${SETTINGS_PLACE}</body>`), page);
  assert.equal(bodyOf(html), `<p>${SETTINGS_PLACE}</p><p>$'</p>`);
  assert.equal(bodyOf(frame), BODY_PLACE + SETTINGS_PLACE);
});

test('The fonts that the body needs are preloaded, and no others.', () => {
  const fonts = { always: ['/a.woff2'], bold: '/b.woff2', italic: '/i.woff2', cyrillic: '/c.woff2' };
  const preload = (href: string): string => `<link rel="preload" href="${href}" as="font" type="font/woff2" crossorigin>`;
  const headOf = (html: string): string => /<head>(.*)<\/head>/s.exec(finished(html, { fonts }))![1]!;
  assert.equal(headOf('<p>Words</p>'), preload('/a.woff2'));
  assert.equal(headOf('<p><strong>Words</strong> and <em>слова</em></p>'), ['/a.woff2', '/b.woff2', '/i.woff2', '/c.woff2'].map(preload).join(''));
  assert.equal(headOf('<details><summary>Words</summary><p><em>hidden</em></p></details>'), preload('/a.woff2'));
});

test('Old addresses get anchors.', () => {
  const redirects = [{ name: 'old', on: 'new', line: '' }];
  assert.equal(bodyOf(finished('<p id="new">Words</p>', { redirects })), '<div class="redirect-anchor" id="old"></div><p id="new">Words</p>');
});

test('The text of a page is also a chapter; in a book, a place remains for it.', () => {
  const html = '<div data-entry="page" data-deeper="1"><h2 id="part">Part</h2></div>';
  const texts = [false, true].map((isBook) => {
    const page = finishPage(document, { html, lang: 'en', languages: ['en'], fonts: { always: [] }, redirects: [], isBook, settings: '' });
    return { body: bodyOf(page.html), chapters: page.chapters() };
  });
  assert.deepEqual(texts[0]!.chapters, texts[1]!.chapters);
  assert.deepEqual([texts[0]!.chapters.length, texts[0]!.chapters[0]!.ids], [1, ['page.part']]);
  assert.deepEqual(
    texts.map(({ body }) => body),
    ['<div><h2 id="part">Part</h2></div>', '<div><!--chapter page--></div>'],
  );
});
