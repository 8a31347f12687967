/** `npm run pdf` on the tomato base, in two languages. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { expect, test } from 'playwright/test';

test.describe.configure({ mode: 'serial' });

const root = join(import.meta.dirname, '../..');
let folder: string;
let pdf: PDFDocument;
let russian: PDFDocument;

const read = (file: string): Promise<PDFDocument> => PDFDocument.load(readFileSync(join(folder, file)), { updateMetadata: false });

function make(out: string, env: Record<string, string> = {}): void {
  const given = { ...process.env, CONTENT_DIR: 'tests/fixtures/bases/tomato', OUT_DIR: join(folder, out), BASE_PATH: '/kb/', ...env };
  const { status, stderr } = spawnSync(process.execPath, ['src/commands/pdf.ts'], { cwd: root, env: given, encoding: 'utf8' });
  expect(status, stderr).toBe(0);
}

test.beforeAll(async () => {
  test.setTimeout(240_000);
  folder = mkdtempSync(join(tmpdir(), 'pdf-'));
  make('first');
  pdf = await read('first/fruit-or-vegetable.pdf');
  russian = await read('first/ru/fruit-or-vegetable-ru.pdf');
});

test.afterAll(() => rmSync(folder, { recursive: true }));

const text = (object: unknown): string => (object instanceof PDFHexString || object instanceof PDFString ? object.decodeText() : String(object));

/** The titles of the outline, each indented by its depth. */
function outline(of: PDFDocument): string[] {
  const told: string[] = [];
  const walk = (parent: PDFDict, depth: number): void => {
    for (let item = parent.lookupMaybe(PDFName.of('First'), PDFDict); item; item = item.lookupMaybe(PDFName.of('Next'), PDFDict)) {
      told.push(`${' '.repeat(depth)}${text(item.lookup(PDFName.of('Title'))).replaceAll('\u00a0', ' ')}`);
      walk(item, depth + 1);
    }
  };
  walk(of.catalog.lookup(PDFName.of('Outlines'), PDFDict), 0);
  return told;
}

/** The links of every page: names of places in the file, and addresses outside. */
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

test('The file says its title, its makers, its language and the day of its content.', () => {
  expect(pdf.getTitle()).toBe('Fruit or Vegetable?');
  expect(pdf.getAuthor()).toBe('The maintainers of Fruit or Vegetable?');
  expect(text(pdf.catalog.lookup(PDFName.of('Lang')))).toBe('en');
  expect(pdf.getCreationDate()).toEqual(pdf.getModificationDate());
  expect(pdf.getCreationDate()!.toISOString()).toMatch(/^\d{4}-\d\d-\d\dT00:00:00\.000Z$/);
  expect(pdf.catalog.has(PDFName.of('StructTreeRoot'))).toBe(true);
  expect(russian.getTitle()).toBe('Фрукт или овощ?');
  expect(text(russian.catalog.lookup(PDFName.of('Lang')))).toBe('ru');
});

test('The outline has every part, chapter and section, with its number.', () => {
  const told = outline(pdf);
  expect(told[0]).toBe('Fruit or Vegetable?');
  for (const title of [' 2 The two words', '  2.1 Fruit', ' 5 Sources']) expect(told).toContain(title);
  expect(told.some((title) => /^ {3}2\.1\.1 \S/.test(title))).toBe(true);
  expect(outline(russian)).toContain(' 2 Два слова');
});

test('Every link inside the file leads to a place of it, and every other to an address on the web, not on this machine.', () => {
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
  expect(links(russian).addresses.some((address) => address.startsWith('https://tomato.example/kb/ru/decide/which-word/'))).toBe(true);
});

test('The chapters stand in the file in the order of the contents, the sources at the end.', () => {
  const refs = pdf.getPages().map(({ ref }) => ref.toString());
  const places = pdf.catalog.lookup(PDFName.of('Dests'), PDFDict);
  const pageOf = (name: string): number => refs.indexOf(places.lookup(PDFName.of(name), PDFArray).get(0).toString()) + 1;
  const pages = ['is-a-tomato-a-fruit', 'fruit', 'which-word', 'article', 'nix-v-hedden'].map(pageOf);
  expect(pages[0]).toBeGreaterThan(1);
  expect(pages).toEqual([...new Set(pages)].sort((a, b) => a - b));
});

test('The page that offers the file offers it for download; a build without it offers nothing.', async ({ request }) => {
  expect(readFileSync(join(folder, 'first/ru/print/index.html'), 'utf8')).toMatch(
    /<a href="\/kb\/ru\/fruit-or-vegetable-ru\.pdf" download type="application\/pdf">/,
  );
  expect(await (await request.get('./print/')).text()).not.toMatch(/\.pdf" download/);
});
