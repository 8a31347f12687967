/** Search records of the pages of the site that are not content: the lists, and the page about the site. */
import { stringsOf, type Strings } from '../i18n/index.ts';
import type { Locale } from '../model/locale.ts';
import type { SiteData } from '../schema/site.ts';
import type { SearchPage, SearchRecord } from './search-record.ts';

const LISTS = ['about', 'answers', 'changes', 'differences', 'map', 'print', 'vocabulary'] as const;

/** Whether a language has one of these pages. */
export type HasPage = (locale: Locale, page: (typeof LISTS)[number]) => boolean;

/** Returns a record for each of these pages, and for each section of the page about the site. */
export function sitePages(locale: Locale, data: SiteData, has: HasPage): SearchPage[] {
  const { lang } = locale;
  const words = stringsOf(lang, data.languages);
  // Readers of any language of the base may search, and many know the English names.
  const interfaces = [...new Set(['en', ...data.languages].map((one) => stringsOf(one, data.languages)))];
  const names = (id: keyof Strings['alsoCalled']): string[] => interfaces.flatMap(({ alsoCalled }) => alsoCalled[id]);
  const texts = {
    about: [words.aboutSite, words.aboutPage.description],
    answers: [words.allAnswers, words.allAnswersSummary],
    changes: [words.changes, words.changesSummary],
    differences: [words.differences, words.differencesSummary],
    map: [words.map, words.mapSummary],
    print: [words.book, words.bookSummary],
    vocabulary: [words.vocabulary, words.vocabularySummary],
  } as const;
  return LISTS.filter((id) => has(locale, id)).map((id) => {
    const [title, text] = texts[id];
    const sections = id === 'about' ? aboutSections(locale, data) : [];
    const opening = recordOf(names(id), '', title, [text]);
    const records = [
      opening,
      ...sections.map(([section, name, said]) => ({ ...recordOf(names(`about.${section}`), section, name, said), context: opening.names })),
    ];
    return { path: `${id}/`, lang, shared: false, title, kind: 'list', records };
  });
}

type AboutSection = 'who' | 'certainty' | 'sources' | 'linking' | 'report';

const recordOf = (names: string[], id: string, title: string, texts: readonly string[]): SearchRecord => ({
  id,
  kind: 'list',
  title,
  names,
  context: [],
  cited: [],
  blocks: texts.map((text) => ({ id: '', text })),
});

/** Returns the sections that the page about the site has, with their titles and texts. */
function aboutSections(locale: Locale, data: SiteData): [AboutSection, string, string[]][] {
  const { aboutPage: about, certaintyMeans, statusMeans, menuHint } = stringsOf(locale.lang, locale.languages);
  const hasCertainty = [...locale.pages.values()].some((page) => page.data.certainty);
  return [
    ['who', about.who, data.about ? [locale.pick(data.about)] : []],
    ...(hasCertainty ? [['certainty', about.certainty, [about.certaintyText, ...Object.values(certaintyMeans)]] as const] : []),
    ...(locale.sources.size > 0 ? [['sources', about.sources, [about.sourcesText, ...Object.values(statusMeans)]] as const] : []),
    ['linking', about.linking, [menuHint, about.linkingText]],
    ...(data.report ? [['report', about.report, [about.reportText]] as const] : []),
  ] as [AboutSection, string, string[]][];
}
