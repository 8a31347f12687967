/** Independent parsers of BibTeX and RIS. */
import assert from 'node:assert/strict';
import risReader from '@customcommander/ris';
import { BibLatexParser, RISParser } from 'biblatex-csl-converter';
import { citationsOf, type CitationForm, type Work } from '../../../src/views/citation.ts';

export const formOf = (work: Work, name: CitationForm['name']): string => citationsOf(work).find((form) => form.name === name)!.text;

/** Asserts that independent parsers read the citations of some works correctly, also if all are in one file. */
export function assertReadable(works: readonly Work[]): void {
  const forms = works.map(citationsOf);
  const fileOf = (name: CitationForm['name']): string => forms.map((all) => all.find((form) => form.name === name)!.text).join('\n\n');
  const bibtex = readBibtex(fileOf('bibtex'));
  const ris = fileOf('ris');
  const { entries, errors } = new RISParser(ris).parse() as { entries: Record<string, Pick<Entry, 'fields'>>; errors: unknown[] };
  assert.deepEqual(errors, []);
  const records = risReader.read(`${ris}\n`);
  assert.equal(records?.length, works.length, 'the strict reader reads the whole file or nothing');
  for (const [at, work] of works.entries()) {
    const { fields, unknown_fields: more, entry_key: key } = bibtex[at]!;
    const [year, month, day] = work.date.split('-');
    assert.match(key, /^[a-z0-9-]+$/);
    assert.deepEqual(
      [said(fields.title), said(fields.howpublished), fields.url, fields.date, said(more.day)],
      [work.title, work.site, work.url, `${year}-${month}`, `${Number(day)}`],
    );
    assert.deepEqual(records[at], {
      TY: ['ELEC'],
      ID: [key],
      TI: [work.title],
      T2: [work.site],
      PY: [year],
      DA: [{ year, month, day, info: '' }],
      LA: [work.lang],
      UR: [work.url],
    });
    assert.equal(said(entries[at + 1]!.fields.title), work.title);
    assert.equal(entries[at + 1]!.fields.url, work.url);
  }
}

/** Reads BibTeX; braces count for BibTeX also after a backslash. */
export function readBibtex(text: string): Entry[] {
  const { entries, errors } = new BibLatexParser(text, { processUnexpected: true, processUnknown: true }).parse() as {
    entries: Record<string, Entry>;
    errors: unknown[];
  };
  assert.deepEqual(errors, []);
  assert.equal(text.split('{').length, text.split('}').length, 'braces in pairs');
  return Object.values(entries);
}

interface Entry {
  entry_key: string;
  fields: Record<string, unknown>;
  unknown_fields: Record<string, unknown>;
}

/** Returns the words of a parsed field without their formatting. */
const said = (field: unknown): string =>
  [field]
    .flat(2)
    .map((part) => (part as { text: string }).text)
    .join('');
