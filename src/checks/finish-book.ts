import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BookPage } from '../model/book.ts';
import { fillBook } from '../views/assemble-book.ts';
import { sizeErrors, type BuiltPage } from './read-page.ts';

/**
 * Puts the texts of the finished pages into the books of a built folder. `read` has the facts of its pages by file; those of the books then have the ids
 * and links of the texts too. `base` is the path under which the site is served.
 */
export function finishBook(folder: string, pages: readonly BookPage[], read: ReadonlyMap<string, BuiltPage>, base: string): void {
  for (const { lang, volume, locale, book } of pages) {
    if (!book) continue;
    const file = [lang, 'print', volume, 'index.html'].filter(Boolean).join('/');
    const chapters = book.parts.flatMap((part) => part.chapters.map(({ target }) => locale.index.get(target.entry)!));
    const sources = [file, ...chapters.map(({ href }) => `${href.slice(base.length)}index.html`)];
    const texts = new Map(sources.flatMap((source) => read.get(source)?.chapters ?? []).map((text) => [text.entry, text]));
    const facts = read.get(file)!;
    const html = fillBook(readFileSync(join(folder, file), 'utf8'), texts, book, facts);
    facts.errors.push(...sizeErrors(html, file));
    writeFileSync(join(folder, file), html);
  }
}
