/**
 * Search records from the model: pages with their sections, notes and differences, trees with their questions and outcomes, sources, terms
 * and points.
 */
import { INTRO } from '../markdown/block-ids.ts';
import { pathOf, type Address } from '../model/address.ts';
import type { Locale } from '../model/locale.ts';
import type { Page } from '../model/page.ts';
import type { Site } from '../model/site.ts';
import { labelOf } from '../model/source-labels.ts';
import { sourcePage, termsPage, articlePage, treePage } from './search-data-records.ts';
import { sitePages, type HasPage } from './search-site-pages.ts';
import type { SearchPage, SearchRecord } from './search-record.ts';

/** A title of more sections than this does not name one. */
const MOST_ALIKE = 3;

/**
 * Lists the pages of the search in a language, each address once: where the language lacks a text, in the first language. The records of every
 * language have the same order, so that the number of a record identifies the same passage in all languages. `has` returns whether a language has a
 * list page.
 */
export function searchPages({ locales, data }: Site, lang: string = locales[0]!.lang, has: HasPage = () => true): SearchPage[] {
  const [first] = locales;
  const locale = locales.find((one) => one.lang === lang)!;
  const originals = pagesOf(first!, data, locales.length > 1, has);
  if (locale === first) return withQuestions(originals, locale);
  const own = new Map(pagesOf(locale, data, true, has).map((page) => [`${page.kind} ${page.path}`, page]));
  const titles = new Map<string, number>();
  for (const { records } of originals) for (const { title } of records) titles.set(title, (titles.get(title) ?? 0) + 1);
  const isName = (title: string): boolean => titles.get(title)! <= MOST_ALIKE;
  const pages = originals.map((original) => translated(original, own.get(`${original.kind} ${original.path}`) ?? original, isName));
  return withQuestions(pages, locale);
}

/** Returns the address of a record, `<page>.<section>`; that of the front page is `index`. */
export const addressOf = ({ path }: SearchPage, { id }: SearchRecord): Address => [path.split('/').at(-2) ?? 'index', id].filter(Boolean).join('.');

/**
 * Returns for each page one record with everything that its passages are called or asked, if the base has questions of readers. A reader who describes
 * a situation uses words of several passages.
 */
export function questionRecords(pages: readonly SearchPage[]): SearchPage[] {
  if (!pages.some(({ records }) => records.some(({ asked }) => asked))) return [];
  return pages.map((page) => {
    const texts = page.records.flatMap(({ title, names, asked = [] }) => [title, ...names, ...asked]);
    return {
      ...page,
      records: [{ id: '', kind: '', title: '', names: [], context: [], cited: [], blocks: texts.map((text) => ({ id: '', text })) }],
    };
  });
}

/** Adds to each record the questions of readers that it answers. */
function withQuestions(pages: readonly SearchPage[], { searchQuestions }: Locale): SearchPage[] {
  const questions = new Map(Object.entries(searchQuestions?.data.questions ?? {}));
  return pages.map((page) => ({
    ...page,
    records: page.records.map((record) => {
      const asked = questions.get(addressOf(page, record));
      return asked ? { ...record, asked } : record;
    }),
  }));
}

/** Returns a translated page with one record for each record of the original. A record also has the names of the original. */
function translated(original: SearchPage, page: SearchPage, isName: (title: string) => boolean): SearchPage {
  const records = new Map(page.records.map((record) => [record.id, record]));
  const isForeign = page.lang !== original.lang;
  const made = original.records.map((record): SearchRecord => {
    const own = records.get(record.id);
    records.delete(record.id);
    if (!own || !isForeign) return own ?? record;
    return { ...own, names: [...new Set([...own.names, ...record.names, ...(isName(record.title) ? [record.title] : [])])] };
  });
  // A passage that only the translation has belongs to the record of its page.
  const [opening, ...rest] = made;
  const blocks = [...records.values()].flatMap((record) => record.blocks);
  return { ...page, records: [{ ...opening!, blocks: [...opening!.blocks, ...blocks] }, ...rest] };
}

function pagesOf(locale: Locale, data: Site['data'], shared: boolean, has: HasPage): SearchPage[] {
  const names = vocabularyNames(locale);
  return [
    ...[...locale.pages.values()].map((page) => writtenPage(locale, page, shared, names)),
    ...[...locale.trees.values()].map((tree) => treePage(locale, tree, shared, names)),
    ...[...locale.sources.values()].map((source) => sourcePage(locale, source, shared)),
    ...articlePage(locale, shared),
    ...termsPage(locale, shared),
    ...sitePages(locale, data, has),
  ];
}

/** Returns the terms and synonyms of every address that the vocabulary refers to. */
function vocabularyNames({ vocabulary }: Locale): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const { term, synonyms, see } of Object.values(vocabulary?.data.terms ?? {}))
    names.set(see, [...(names.get(see) ?? []), ...Object.values(term), ...synonyms]);
  return names;
}

function writtenPage(locale: Locale, page: Page, shared: boolean, vocabulary: Map<string, string[]>): SearchPage {
  const { id, data, kind } = page;
  const context = [data.title, ...(data.aliases ?? [])];
  const covers = Object.entries(data.covers ?? {});
  const record = (section: string, more: Partial<SearchRecord>): SearchRecord => ({
    id: section,
    kind,
    title: page.sections.find((one) => one.id === section)?.title ?? data.title,
    names: vocabulary.get(`${id}.${section}`) ?? [],
    context,
    cited: citedIn(locale, page, section),
    blocks: page.blocks.filter((block) => block.section === section),
    ...more,
  });
  const opening = record('', {
    names: [...(data.aliases ?? []), id.replaceAll('-', ' '), ...(vocabulary.get(id) ?? []), ...(vocabulary.get(`${id}.${INTRO}`) ?? [])],
    context: [],
    cited: citedIn(locale, page, INTRO),
    blocks: [{ id: '', text: data.summary }, ...page.blocks.filter(({ section }) => section === INTRO)],
  });
  const sections = page.sections.map(({ id: section }) =>
    record(section, {
      names: [
        ...(vocabulary.get(`${id}.${section}`) ?? []),
        ...numberedName(section),
        ...covers.flatMap(([of, points]) => (of === section ? points : [])),
      ],
    }),
  );
  const differences = page.components
    .filter(({ name, attributes }) => name === 'Differs' && attributes.id)
    .map(({ attributes, paragraphs, section }) =>
      record(attributes.id!, {
        kind: 'difference',
        title: page.sections.find((one) => one.id === section)?.title ?? data.title,
        names: [],
        cited: [],
        blocks: paragraphs.map((text) => ({ id: '', text })),
      }),
    );
  const notes = page.notes.map(({ name, text }) => {
    const section = page.references.find((one) => one.name.toLowerCase() === name.toLowerCase())?.section ?? INTRO;
    const title = page.sections.find((one) => one.id === section)?.title ?? data.title;
    return record(`fn-${name}`, { kind: 'note', title, names: [name], cited: [], blocks: [{ id: '', text }] });
  });
  return {
    path: pathOf(kind, id),
    lang: page.lang,
    shared,
    title: data.title,
    kind,
    certainty: data.certainty,
    jurisdiction: data.jurisdiction,
    records: [opening, ...sections, ...differences, ...notes],
  };
}

/** Returns a name for a section with a number in its id: “step 3” for `step-3`. */
const numberedName = (id: string): string[] => (/^[a-z]+-\d+$/.test(id) ? [id.replace('-', ' ')] : []);

/** Lists the works that a section cites, as the reader sees them. */
function citedIn(locale: Locale, page: Page, section: string): string[] {
  const cited = page.citations.filter((one) => one.section === section);
  return cited.flatMap(({ key, locator }) => labelOf(locale, key, locator));
}
