import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BibLatexParser, RISParser } from 'biblatex-csl-converter';
import { citationsOf, type Work } from '../../../src/views/citation.ts';

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

const formOf = (work: Work, name: string): string => citationsOf(work).find((form) => form.name === name)!.text;
/** Give the words of a parsed field, which come with their formatting. */
const said = (field: unknown): string =>
  [field]
    .flat(2)
    .map((part) => (part as { text: string }).text)
    .join('');

for (const work of WORKS) {
  test(`An independent parser reads the BibTeX of “${work.title}”.`, () => {
    const { entries, errors } = new BibLatexParser(formOf(work, 'bibtex'), { processUnexpected: true, processUnknown: true }).parse() as {
      entries: Record<string, { entry_key: string; fields: Record<string, unknown>; unknown_fields: Record<string, unknown> }>;
      errors: unknown[];
    };
    assert.deepEqual(errors, []);
    const { fields, unknown_fields: more, entry_key: key } = entries[1]!;
    assert.match(key, /^[a-z0-9-]+$/);
    assert.equal(said(fields.title), work.title);
    assert.equal(said(fields.howpublished), work.site);
    assert.equal(fields.url, work.url);
    assert.equal(fields.date, work.date.slice(0, 7));
    assert.equal(said(more.day), String(Number(work.date.slice(8))));
  });

  test(`An independent parser reads the RIS of “${work.title}”.`, () => {
    const text = formOf(work, 'ris');
    const { entries, errors } = new RISParser(text).parse() as { entries: Record<string, { fields: Record<string, unknown> }>; errors: unknown[] };
    assert.deepEqual(errors, []);
    const { fields } = entries[1]!;
    assert.equal(said(fields.title), work.title);
    assert.equal(said(fields.publisher), work.site);
    assert.equal(fields.url, work.url);
    assert.match(text, new RegExp(`^DA {2}- ${work.date.replaceAll('-', '/')}/$`, 'm'), 'a parser reads no day; the format asks for YYYY/MM/DD/');
    assert.match(text, /^TY {2}- ELEC\n[^]*\nER {2}- \n?$/);
  });

  test(`The CSL-JSON of “${work.title}” names the page, the base, the day and the address.`, () => {
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

test('Every form holds the address of the page once, so that a passage can put its own in its place.', () => {
  for (const work of WORKS) for (const { name, text } of citationsOf(work)) assert.equal(text.split(work.url).length, 2, name);
});

test('A long title stays on one line of RIS.', () => {
  const title = 'Another licence decides, and section 7 of the AGPL does not help with it, however long the title grows to be in the end';
  const lines = formOf({ ...WORKS[0]!, title }, 'ris').split('\n');
  assert.ok(lines.includes(`TI  - ${title}`), lines.join('\n'));
  assert.ok(lines.every((line) => /^\w\w {2}- /.test(line) || line === ''));
});
