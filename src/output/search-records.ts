/**
 * Search records from the model: pages with their sections, notes and differences, trees with their questions and outcomes, sources, terms
 * and points.
 */
import { INTRO } from '../markdown/block-ids.ts';
import { hrefOf, pathOf } from '../model/address.ts';
import type { Locale } from '../model/locale.ts';
import type { Page } from '../model/page.ts';
import type { Site } from '../model/site.ts';
import { labelOf } from '../model/source-labels.ts';
import { listPages, sourcePage, termsPage, articlePage, treePage } from './search-data-records.ts';
import type { SearchPage, SearchRecord } from './search-record.ts';

export type { SearchPage, SearchRecord };

/** Lists the pages of the search. Each text occurs once, in its own language. `has` tells whether a path has a page. */
export function searchPages(site: Site, has: (path: string) => boolean = () => true): SearchPage[] {
  return site.locales.flatMap((locale, at) => {
    const others = site.locales.filter((other) => other !== locale);
    const isShared = (id: string): boolean => others.some(({ pages, trees }) => (pages.get(id) ?? trees.get(id))?.lang === locale.lang);
    const names = vocabularyNames(locale);
    return [
      ...[...locale.pages.values()].filter(({ lang }) => lang === locale.lang).map((page) => writtenPage(locale, page, isShared(page.id), names)),
      ...[...locale.trees.values()].filter(({ lang }) => lang === locale.lang).map((tree) => treePage(locale, tree, isShared(tree.id), names)),
      ...(at === 0 ? [...locale.sources.values()].map((source) => sourcePage(locale, source, others.length > 0)) : []),
      ...articlePage(locale, at === 0),
      ...termsPage(locale, at === 0),
      ...listPages(locale, (path) => has(hrefOf({ ...site.routes, base: '' }, locale.lang, path))),
    ];
  });
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

/** A section with a number in its id has that name: “step 3” for `step-3`. */
const numberedName = (id: string): string[] => (/^[a-z]+-\d+$/.test(id) ? [id.replace('-', ' ')] : []);

/** Lists the works that a section cites, as the reader sees them. */
function citedIn(locale: Locale, page: Page, section: string): string[] {
  const cited = page.citations.filter((one) => one.section === section);
  return cited.flatMap(({ key, locator }) => labelOf(locale, key, locator));
}
