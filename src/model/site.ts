import type { SiteData } from '../schema/site.ts';
import type { SiteRoutes } from './address.ts';
import { buildTree } from './decision-tree.ts';
import { buildLocale, type Locale } from './locale.ts';
import type { DecisionEntry, Entry, PageEntry, SearchQuestionsEntry, SourceEntry, SourceTextEntry } from './entry.ts';
import { checkModel } from './check/index.ts';
import { parsePage } from './parse-page.ts';
import type { Parsed } from './parsed.ts';
import type { Diagnostic } from './diagnostics.ts';
import { sourceIn, sourceTextIn } from './source.ts';

/** The model of the site: one locale per language, and all diagnostics. */
export interface Site {
  data: SiteData;
  routes: SiteRoutes;
  /** In the order of `languages`; the first is the default. */
  locales: Locale[];
  diagnostics: Diagnostic[];
}

/** Builds the model from the entries. Pure: no files, no clock, no network. `base` is the base path, with a slash at both ends. */
export function buildSite(entries: readonly Entry[], base: string): Site {
  performance.mark('model');
  const parsed = parse(entries);
  const { data } = parsed.site;
  const routes: SiteRoutes = { base, languages: data.languages };
  const [first] = data.languages;
  const locales = data.languages.map((lang) =>
    buildLocale(data, routes, lang, {
      pages: fallback(parsed.pages, lang, first!),
      trees: fallback(mainFirst(parsed.trees, data.tree), lang, first!),
      sources: new Map(parsed.sources.map((source) => [source.id, sourceIn(source, lang, first!)])),
      texts: new Map(parsed.texts.map((text) => [text.id, sourceTextIn(text, lang, first!)])),
      article: parsed.article,
      vocabulary: parsed.vocabulary,
      searchQuestions: parsed.searchQuestions.find((entry) => entry.lang === lang),
    }),
  );
  return { data, routes, locales, diagnostics: checkModel(entries, parsed, locales) };
}

function parse(entries: readonly Entry[]): Parsed {
  const of = <K extends Entry['kind']>(...kinds: K[]) =>
    entries.filter((entry): entry is Extract<Entry, { kind: K }> => (kinds as string[]).includes(entry.kind));
  const [site] = of('site');
  if (!site) throw new Error('The content has no site.yaml, which contains the title, the address and the languages.');
  return {
    site,
    article: of('article')[0],
    vocabulary: of('vocabulary')[0],
    pages: (['front', 'concept', 'question'] as const).flatMap((kind): PageEntry[] => of(kind)).map(parsePage),
    trees: (of('decision') as DecisionEntry[]).map(buildTree),
    sources: of('source') as SourceEntry[],
    texts: of('source-text') as SourceTextEntry[],
    searchQuestions: of('search-questions') as SearchQuestionsEntry[],
  };
}

/** Puts the main tree of the site before the others. */
const mainFirst = <T extends { id: string }>(trees: readonly T[], main: string | undefined): T[] => [
  ...trees.filter(({ id }) => id === main),
  ...trees.filter(({ id }) => id !== main),
];

/**
 * Returns the items of a language, and those that only the first language has. Of two items with the same id but different kinds, the first
 * remains.
 */
function fallback<T extends { id: string; lang: string; kind?: string }>(items: readonly T[], lang: string, first: string): Map<string, T> {
  const map = new Map<string, T>();
  for (const wanted of lang === first ? [first] : [first, lang]) {
    for (const item of items) if (item.lang === wanted && (map.get(item.id) ?? item).kind === item.kind) map.set(item.id, item);
  }
  return map;
}
