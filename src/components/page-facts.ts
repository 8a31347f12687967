/** The inputs of the HTML of a page of text, for the cache of rendered pages, which adds the code and the content files that are not pages. */
import { createHash } from 'node:crypto';
import type { Locale } from '../model/locale.ts';
import type { Page } from '../model/page.ts';
import { perLocale } from '../model/per-locale.ts';
import { hasList } from '../model/routes.ts';
import { anchorsRedirectedTo, changesOf } from '../load-model.ts';
import { historyHref } from './history-href.ts';

/** Returns a hash of all data that other pages show: titles and front matter, but not the texts. */
const facesOf = perLocale((locale) => {
  const { index, pages, trees, reading } = locale;
  const shown = {
    targets: [...index.targets.values()],
    pages: [...pages.values()].map(({ kind, id, lang, file, data, sections, notes }) => ({ kind, id, lang, file, data, sections, notes })),
    trees: [...trees.keys()],
    reading,
    hasDifferences: hasList(locale, 'differences'),
  };
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex');
});

/** Returns the facts of a page in a locale. `locales` are all locales, because a page links to its translations. */
export async function pageFacts(locales: readonly Locale[], locale: Locale, page: Page): Promise<unknown> {
  return {
    lang: locale.lang,
    faces: locales.map(facesOf),
    page,
    mentions: (locale.backlinks.get(page.id) ?? []).map(({ from, section, locator }) => [from.address, section.address, locator]),
    anchors: await anchorsRedirectedTo(locale, page),
    history: await historyHref(locale, page),
    hasChanges: (await changesOf(locale)).length > 0,
  };
}
