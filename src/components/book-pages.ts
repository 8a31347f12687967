import { hasBook, type BookPage } from '../model/book.ts';
import { loadSite, localePaths, volumesIn } from '../load-model.ts';

/** Lists the pages of the book in each language. The book of a large site is a list of volumes, each on a page of its own. */
export async function bookPages(): Promise<BookPage[]> {
  if (!hasBook(await loadSite())) return [];
  return (await localePaths()).flatMap(({ lang, locale }): BookPage[] => {
    const volumes = volumesIn(locale);
    if (volumes.length === 1) return [{ lang, volume: undefined, locale, book: volumes[0] }];
    return [undefined, ...volumes].map((book, at) => ({ lang, volume: at > 0 ? String(at) : undefined, locale, book }));
  });
}
