import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { interfaceAttributes, interfaceLanguage, stringsOf } from '../../../src/i18n/index.ts';
import { directionOf, languageName, runsOf } from '../../../src/i18n/languages.ts';

test('Every file of a language is in the index.', async () => {
  const files = (await readdir('src/i18n')).flatMap((name) => /^(\w\w)\.ts$/.exec(name)?.[1] ?? []);
  assert.ok(files.length >= 2);
  for (const lang of files) assert.equal(interfaceLanguage(lang, ['en']), lang);
});

test('A language without a file has the interface in the first language of the base with one, else in English.', () => {
  assert.equal(interfaceLanguage('ar', ['la', 'de', 'ar', 'ru']), 'de');
  assert.equal(stringsOf('ar', ['la', 'de', 'ar', 'ru']), stringsOf('de', ['en']));
  assert.deepEqual(interfaceAttributes('ar', ['de', 'ar']), { lang: 'de', dir: 'ltr', 'data-interface': '' });
  assert.deepEqual(interfaceAttributes('ru', ['de', 'ru']), {});
  assert.equal(interfaceLanguage('ar', ['ar', 'la']), 'en');
});

test('The name of a language is available in any other.', () => {
  assert.equal(languageName('ru', 'en'), 'Russian');
  assert.equal(languageName('en', 'ru'), 'английский');
});

test('Arabic, Hebrew and Persian run from right to left.', () => {
  assert.deepEqual(['ar', 'he', 'fa', 'en', 'ru', 'ja'].map(directionOf), ['rtl', 'rtl', 'rtl', 'ltr', 'ltr', 'ltr']);
});

test('Words in another script get its language, with the punctuation between them, but not around them.', () => {
  const text = 'see «база данных» (ст. 1260 ГК РФ), then on';
  assert.deepEqual(runsOf(text, 'en', ['en', 'ru']), [
    { text: 'see «' },
    { text: 'база данных» (ст. 1260 ГК РФ', lang: 'ru' },
    { text: '), then on' },
  ]);
  assert.deepEqual(runsOf('база', 'ru', ['en', 'ru']), [{ text: 'база' }]);
  assert.deepEqual(runsOf('база', 'en', ['en']), [{ text: 'база' }]);
});

test('A stress mark does not end a word, and Latin words in a Cyrillic text stay unmarked.', () => {
  assert.deepEqual(runsOf('a за\u0301мок', 'en', ['ru']), [{ text: 'a ' }, { text: 'за\u0301мок', lang: 'ru' }]);
  assert.deepEqual(runsOf('лицензия GPL', 'ru', ['en', 'ru']), [{ text: 'лицензия GPL' }]);
});

test('Two other scripts in one text are distinguished, also if a script has several Unicode names.', () => {
  assert.deepEqual(runsOf('база and データ集', 'en', ['ru', 'ja']), [
    { text: 'база', lang: 'ru' },
    { text: ' and ' },
    { text: 'データ集', lang: 'ja' },
  ]);
});

test('A text in Latin letters, with the punctuation and the symbols of any language, has no foreign run; a letter of any other script has.', () => {
  const languages = ['en', 'ru', 'el', 'he', 'ar', 'ja', 'ko', 'hi'];
  const plain = '“Ça” — l’œuvre «Größe» № 5 → x² ≤ y… Ṽ';
  assert.deepEqual(runsOf(plain, 'en', languages), [{ text: plain }]);
  for (const [lang, word] of Object.entries({ ru: 'ё', el: 'ά', he: 'א', ar: 'ع', ja: '々', ko: '가', hi: 'अ' }))
    assert.deepEqual(runsOf(`“a” ${word}`, 'en', languages), [{ text: '“a” ' }, { text: word, lang }], lang);
});
