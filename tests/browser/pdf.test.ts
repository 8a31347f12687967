/** What `npm run pdf` prints, in two languages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { expect, test } from 'playwright/test';
import { builtSite } from '../sites.ts';

const folder = await builtSite('ferry');
const read = (file: string): Promise<PDFDocument> => PDFDocument.load(readFileSync(join(folder, file)), { updateMetadata: false });
const [pdf, russian] = await Promise.all([read('ferry-explained.pdf'), read('ru/ferry-explained-ru.pdf')]);

const text = (object: unknown): string => (object instanceof PDFHexString || object instanceof PDFString ? object.decodeText() : String(object));

/** The titles of the outline, each indented by its depth. */
function outline(of: PDFDocument): string[] {
  const titles: string[] = [];
  const walk = (parent: PDFDict, depth: number): void => {
    for (let item = parent.lookupMaybe(PDFName.of('First'), PDFDict); item; item = item.lookupMaybe(PDFName.of('Next'), PDFDict)) {
      titles.push(`${' '.repeat(depth)}${text(item.lookup(PDFName.of('Title'))).replaceAll('\u00a0', ' ')}`);
      walk(item, depth + 1);
    }
  };
  walk(of.catalog.lookup(PDFName.of('Outlines'), PDFDict), 0);
  return titles;
}

/** The links of every page: named destinations in the file, and external URLs. */
function links(of: PDFDocument): { places: string[]; addresses: string[] } {
  const annotations = of.getPages().flatMap(({ node }) => node.Annots()?.asArray() ?? []);
  const dicts = annotations.map((one) => of.context.lookup(one, PDFDict));
  return {
    places: dicts.flatMap((one) => one.lookupMaybe(PDFName.of('Dest'), PDFName)?.decodeText() ?? []),
    addresses: dicts.flatMap((one) => {
      const address = one.lookupMaybe(PDFName.of('A'), PDFDict)?.lookup(PDFName.of('URI'));
      return address ? [text(address)] : [];
    }),
  };
}

test('The metadata of the PDF has title, author, language and the date of the content.', () => {
  expect(pdf.getTitle()).toBe('Ferry, Explained');
  expect(pdf.getAuthor()).toBe('The maintainers of Ferry, Explained');
  expect(text(pdf.catalog.lookup(PDFName.of('Lang')))).toBe('en');
  expect(pdf.getCreationDate()).toEqual(pdf.getModificationDate());
  expect(pdf.getCreationDate()!.toISOString()).toMatch(/^\d{4}-\d\d-\d\dT00:00:00\.000Z$/);
  expect(pdf.catalog.has(PDFName.of('StructTreeRoot'))).toBe(true);
  expect(russian.getTitle()).toBe('Правила игры «Паром»');
  expect(text(russian.catalog.lookup(PDFName.of('Lang')))).toBe('ru');
});

test('The outline has every part, chapter and section, with its number.', () => {
  const titles = outline(pdf);
  expect(titles[0]).toBe('Ferry, Explained');
  for (const title of [' 2 Things on the board', '  2.1 Ferry', '  3.1 Crossing']) expect(titles).toContain(title);
  expect(titles.some((title) => /^ {3}2\.1\.1 \S/.test(title))).toBe(true);
  expect(outline(russian)).toContain(' 2 Вещи на доске');
});

test('Every internal link has a destination in the PDF, and every other link a URL of the web, not of this machine.', () => {
  for (const one of [pdf, russian]) {
    const known = one.catalog
      .lookup(PDFName.of('Dests'), PDFDict)
      .keys()
      .map((name) => name.decodeText());
    const { places, addresses } = links(one);
    expect(places.length).toBeGreaterThan(20);
    expect(places.filter((place) => !known.includes(place))).toEqual([]);
    expect(addresses.filter((address) => !/^https?:\/\/(?!localhost)/.test(address))).toEqual([]);
  }
  expect(links(russian).addresses.some((address) => address.startsWith('https://kb.example/kb/ru/'))).toBe(true);
});

test('The chapters are in the order of the table of contents, the sources last.', () => {
  const refs = pdf.getPages().map(({ ref }) => ref.toString());
  const places = pdf.catalog.lookup(PDFName.of('Dests'), PDFDict);
  const pageOf = (name: string): number => refs.indexOf(places.lookup(PDFName.of(name), PDFArray).get(0).toString()) + 1;
  const pages = ['may-a-ferry-cross-empty', 'ferry', 'may-cross', 'article', 'rule-14'].map(pageOf);
  expect(pages[0]).toBeGreaterThan(1);
  expect(pages).toEqual([...new Set(pages)].sort((a, b) => a - b));
});

test('The page of the book links to the PDF; in a build without a PDF it does not.', async () => {
  expect(readFileSync(join(folder, 'ru/print/index.html'), 'utf8')).toMatch(
    /<a href="\/kb\/ru\/ferry-explained-ru\.pdf" download="" type="application\/pdf">/,
  );
  expect(readFileSync(join(await builtSite('ferry-later'), 'print/index.html'), 'utf8')).not.toMatch(/\.pdf" download/);
});
