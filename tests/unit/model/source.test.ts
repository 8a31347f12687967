import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cslOf } from '../../../src/model/bibliography.ts';
import type { SourceEntry, SourceTextEntry } from '../../../src/model/entry.ts';
import { sourceIn, sourceTextIn } from '../../../src/model/source.ts';

const record = (data: object): SourceEntry =>
  ({
    kind: 'source',
    id: 'tariff',
    file: 'sources/tariff.yaml',
    data: { short: 'Tariff', summary: 'A duty.', quotes: [], ...data },
  }) as unknown as SourceEntry;

test('A text per language is in the language of the page; a text in the first language instead is marked as foreign.', () => {
  const entry = record({ title: 'Tariff Act', summary: { en: 'A duty.', ru: 'Пошлина.' }, authority: { en: 'Congress', ru: 'Конгресс' } });
  const en = sourceIn(entry, 'en', 'en');
  assert.deepEqual([en.data.summary, en.data.authority, en.foreign], ['A duty.', 'Congress', {}]);
  const ru = sourceIn(entry, 'ru', 'en');
  assert.deepEqual([ru.data.summary, ru.data.authority], ['Пошлина.', 'Конгресс']);
  assert.deepEqual(ru.foreign, { title: 'en', short: 'en' });
  assert.equal(cslOf(en).authority, 'Congress');
});

test('On pages in the language of the original, the original title replaces our translation, and is shown once.', () => {
  const code = { 'title-original': 'Право изготовителя' };
  const plain = sourceIn(record({ ...code, title: 'Right of the maker' }), 'ru', 'en');
  assert.deepEqual([plain.data.title, plain.data['title-original'], plain.foreign.title], ['Право изготовителя', undefined, undefined]);
  const translated = sourceIn(record({ ...code, title: { en: 'Right of the maker', ru: 'ГК РФ. Право изготовителя' } }), 'ru', 'en');
  assert.deepEqual([translated.data.title, translated.data['title-original']], ['ГК РФ. Право изготовителя', undefined]);
  const english = sourceIn(record({ ...code, title: 'Right of the maker' }), 'en', 'en');
  assert.deepEqual([english.data.title, english.data['title-original']], ['Right of the maker', 'Право изготовителя']);
});

test('A quotation in the language of the page has no translation there; a translation into another language is not shown.', () => {
  const quotes = [
    { id: 'q1', original: 'данные', lang: 'ru', translation: 'data' },
    { id: 'q2', original: 'output', lang: 'en', translation: { ru: 'выход' } },
  ];
  const of = (lang: string) => sourceIn(record({ title: 'T', quotes }), lang, 'en').data.quotes.map(({ translation }) => translation);
  assert.deepEqual(of('en'), ['data', undefined]);
  assert.deepEqual(of('ru'), [undefined, 'выход']);
});

test('On pages in its own language, a full text has its original title and no translations.', () => {
  const paragraphs = {
    p1: { label: '1', original: 'Право', translation: 'Right', amended: { en: '35-FZ', ru: '№ 35-ФЗ' } },
    p2: { label: '2', translation: 'Only ours' },
  };
  const entry = { data: { lang: 'ru', title: 'Right', 'title-original': 'Право', from: 'x', rights: 'y', paragraphs } } as unknown as SourceTextEntry;
  const { data, foreign } = sourceTextIn(entry, 'ru', 'en');
  assert.equal(data.title, 'Право');
  assert.deepEqual(data.paragraphs.p1, { label: '1', original: 'Право', translation: undefined, amended: '№ 35-ФЗ' });
  assert.deepEqual([data.paragraphs.p2!.translation, foreign['paragraphs.p2.translation']], ['Only ours', 'en']);
});
