/** The inputs of the HTML of a page of text or a source, for the cache of rendered pages, which adds the code and the content files that are not pages. */
import { createHash } from 'node:crypto';
import type { Locale, Mention } from '../model/locale.ts';
import type { Page } from '../model/page.ts';
import { perLocale } from '../model/per-locale.ts';
import { hasList } from '../model/routes.ts';
import { anchorsRedirectedTo, changedSinceTranslation, changesOf } from '../load-model.ts';
import { historyHref } from './history-href.ts';

/** The address of a block. Its title and URL are those of its section, and a link to an unknown block is an error. */
const BLOCK = /\.\d+$/;

/** Returns a hash of all data that other pages show: titles and front matter, but not the texts. */
const facesOf = perLocale((locale) => {
  const { index, pages, trees, reading } = locale;
  const shown = {
    targets: [...index.targets.values()].filter(({ kind, address }) => !(kind === 'section' && BLOCK.test(address))),
    pages: [...pages.values()].map(({ kind, id, lang, file, data, sections }) => ({ kind, id, lang, file, data, sections: sections.map(named) })),
    trees: [...trees.keys()],
    reading,
    hasDifferences: hasList(locale, 'differences'),
  };
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex');
});

/** Leaves out the point, which changes with every line above. */
const named = ({ id, title, depth }: Page['sections'][number]): unknown => [id, title, depth];

/** Returns the facts of a page in a locale. `locales` are all locales, because a page links to its translations. */
export const pageFacts = async (locales: readonly Locale[], locale: Locale, page: Page): Promise<unknown> => ({
  page,
  ...(await factsAround(locales, locale, page)),
});

/** Returns the facts of the page of a source. Its record is a content file that is not a page. */
export const sourceFacts = async (locales: readonly Locale[], locale: Locale, key: string): Promise<unknown> => ({
  cited: (locale.cited.get(key) ?? []).map(mentioned),
  ...(await factsAround(locales, locale, { id: key, lang: locale.lang })),
});

/** Returns what a page shows of other pages and of the history. */
const factsAround = async (locales: readonly Locale[], locale: Locale, page: { id: string; lang: string }): Promise<object> => ({
  lang: locale.lang,
  faces: locales.map(facesOf),
  mentions: (locale.backlinks.get(page.id) ?? []).map(mentioned),
  anchors: await anchorsRedirectedTo(locale, page),
  history: await historyHref(locale, page),
  hasChanges: (await changesOf(locale)).length > 0,
  outdated: await changedSinceTranslation(locale, page.id),
});

const mentioned = ({ from, section, locator }: Mention): unknown => [from.address, section.address, locator];
