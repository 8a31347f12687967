/** Which pages of text Astro renders in a build: those that are not in the cache of rendered pages. */
import { hasBook } from '../model/book.ts';
import { isRendered } from '../output/rendered-pages.ts';
import { localePaths, loadSite } from '../load-model.ts';
import { pageFacts } from './page-facts.ts';

export interface PageParams {
  lang: string | undefined;
  segment: 'concepts' | 'questions';
  id: string;
}

/** Returns the route parameters of the pages, and the files whose text has to be compiled; undefined for all, as when there is a book. */
export async function pagesToRender(): Promise<{ params: PageParams[]; files: Set<string> | undefined }> {
  const paths = await localePaths();
  const locales = paths.map(({ locale }) => locale);
  const isBook = hasBook(await loadSite());
  let isWhole = true;
  const params: PageParams[] = [];
  const files = new Set<string>();
  for (const { lang, locale } of paths) {
    for (const page of locale.pages.values()) {
      const segment = page.kind === 'concept' ? 'concepts' : 'questions';
      const path = [lang, segment, page.id, 'index.html'].filter(Boolean).join('/');
      const isNew = page.kind !== 'front' && !isRendered(path, await pageFacts(locales, locale, page));
      if (isNew) params.push({ lang, segment, id: page.id });
      if (isNew || page.kind === 'front') files.add(page.file);
      else isWhole = isBook && isWhole;
    }
  }
  return { params, files: isWhole ? undefined : files };
}
