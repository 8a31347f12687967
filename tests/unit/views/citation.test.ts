import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citationsOf, type Work } from '../../../src/views/citation.ts';
import { assertReadable, formOf, readBibtex } from './citation-readers.ts';

const WORKS: Work[] = [
  {
    id: 'extraction',
    title: 'Extraction: 100% of “materials” & costs_#1',
    site: 'Copyleft, Distilled',
    url: 'https://kb.example/concepts/extraction/',
    date: '2026-11-23',
    lang: 'en',
  },
  {
    id: 'which-word.fruit',
    title: 'Плод: {томат}',
    site: 'Фрукт или овощ?',
    url: 'https://kb.example/ru/decide/which-word/',
    date: '2026-05-03',
    lang: 'ru',
  },
];

for (const work of WORKS) {
  test(`Independent parsers read the BibTeX and the RIS of “${work.title}”.`, () => assertReadable([work]));

  test(`The CSL-JSON of “${work.title}” has the page, the site, the date and the URL.`, () => {
    const [item] = JSON.parse(formOf(work, 'csl')) as [Record<string, unknown>];
    assert.deepEqual(
      [item.type, item.title, item['container-title'], item.URL, item.issued],
      ['webpage', work.title, work.site, work.url, { 'date-parts': [work.date.split('-').map(Number)] }],
    );
  });
}

test('An English page is cited by APA first, a Russian one by GOST.', () => {
  assert.deepEqual(
    citationsOf(WORKS[0]!).map(({ name }) => name),
    ['text', 'gost', 'bibtex', 'ris', 'csl'],
  );
  assert.deepEqual(
    citationsOf(WORKS[1]!).map(({ name }) => name),
    ['gost', 'bibtex', 'ris', 'csl'],
  );
  assert.equal(
    formOf({ ...WORKS[0]!, title: 'Extraction' }, 'text'),
    'Extraction. (2026, November 23). Copyleft, Distilled. https://kb.example/concepts/extraction/',
  );
});

test('Every form contains the URL of the page once, so that a passage can replace it by its own.', () => {
  for (const work of WORKS) for (const { name, text } of citationsOf(work)) assert.equal(text.split(work.url).length, 2, name);
});

test('A title with line breaks is one line in BibTeX and in RIS.', () => {
  const work = { ...WORKS[0]!, title: 'Another licence decides,\n  and section 7' };
  assert.match(formOf(work, 'bibtex'), /title = \{\{Another licence decides, and section 7\}\}/);
  assert.match(formOf(work, 'ris'), /^TI {2}- Another licence decides, and section 7$/m);
});

test('With unpaired braces, backslashes and accents, BibTeX stays balanced.', () => {
  const tex = formOf({ ...WORKS[0]!, title: 'A } before a { and \\ ~ ^' }, 'bibtex');
  assert.match(tex, /A \\textbraceright\{\} before a \\textbraceleft\{\} and \\textbackslash\{\} \\textasciitilde\{\} \\\^\{\}\}\}/);
  readBibtex(tex);
});
