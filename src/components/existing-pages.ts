import { hasBook } from '../model/book.ts';
import { hasList } from '../model/routes.ts';
import type { HasPage } from '../output/search-site-pages.ts';
import { changesOf, loadSite } from '../load-model.ts';

/** Returns a function that checks whether a language has a list page. */
export async function existingPages(): Promise<HasPage> {
  const site = await loadSite();
  const changed = new Set<string>();
  for (const locale of site.locales) if ((await changesOf(locale)).length > 0) changed.add(locale.lang);
  return (locale, page) => {
    if (page === 'about') return true;
    if (page === 'print') return hasBook(site);
    return page === 'changes' ? changed.has(locale.lang) : hasList(locale, page);
  };
}
