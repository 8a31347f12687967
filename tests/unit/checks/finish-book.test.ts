import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { finishBook } from '../../../src/checks/finish-book.ts';
import type { BuiltPage } from '../../../src/checks/read-page.ts';
import { bookOf, volumesOf } from '../../../src/model/book.ts';
import { checkSource } from '../../../src/checks/check-source.ts';
import { fixtures } from './overlay-fixture.ts';

test('A book gets the texts, ids and links of the finished pages; the list of volumes has none.', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'book-'));
  try {
    const { site } = await checkSource(`${fixtures}bases/tomato`);
    const [locale] = site!.locales;
    const [book] = volumesOf(locale!, bookOf(locale!, { trees: 'Trees', vocabulary: 'Terms', sources: 'Sources' }));
    const chapters = book!.parts.flatMap((part) => part.chapters.map(({ target }) => target));
    const facts = (entry: string): BuiltPage => ({
      ids: new Set(),
      links: new Set(),
      errors: [],
      chapters: [{ entry, html: `<p id="${entry}.1">Text of ${entry}.</p>`, ids: [`${entry}.1`], links: [] }],
    });
    const read = new Map(chapters.map(({ entry, href }) => [`${href.slice(1)}index.html`, facts(entry)]));
    read.set('print/index.html', { ...facts('index'), ids: new Set(['text']) });
    await mkdir(join(folder, 'print'));
    const all = ['index', ...chapters.map(({ entry }) => entry)];
    await writeFile(join(folder, 'print/index.html'), all.map((entry) => `<!--chapter ${entry}-->`).join(''));
    const list = { lang: undefined, volume: undefined, locale: locale!, book: undefined };
    finishBook(folder, [{ ...list, book }, list], read, '/');
    assert.equal(await readFile(join(folder, 'print/index.html'), 'utf8'), all.map((entry) => `<p id="${entry}.1">Text of ${entry}.</p>`).join(''));
    assert.deepEqual([...read.get('print/index.html')!.ids], ['text', ...all.map((entry) => `${entry}.1`)]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
