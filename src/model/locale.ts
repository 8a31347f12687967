/** The data of one language, and how it is collected. One file, because each map refers to the others. */
import { readCitation } from '../markdown/citations.ts';
import type { Translatable } from '../schema/fields.ts';
import type { SiteData } from '../schema/site.ts';
import { AddressIndex, type Target } from './address-index.ts';
import { hrefOf, pathOf, type Address, type Href, type SiteRoutes } from './address.ts';
import type { Tree } from './decision-tree.ts';
import type { ArticleEntry, SearchQuestionsEntry, VocabularyEntry } from './entry.ts';
import { locatorIn } from './locator.ts';
import type { Page } from './page.ts';
import type { Source, SourceText } from './source.ts';

/** A reference to an address: a link, a citation, or a section about a point of the article. */
export interface Mention {
  /** The page, tree or source that contains it. */
  from: Target;
  /** The section that contains it; for a tree or a source without one, the same as `from`. */
  section: Target;
  /** The place in the cited work, in the language of the locale. */
  locator?: string;
}

/** A group of the reading order. */
export interface NavigationGroup {
  title: string;
  entries: Target[];
}

/** The data of one language, ready to be rendered. */
export interface Locale {
  lang: string;
  /** The languages of the site; the first is the default. */
  languages: readonly string[];
  /** The pages in this language. A page that is not translated is in the first language (`page.lang`). */
  pages: Map<string, Page>;
  trees: Map<string, Tree>;
  /** The records in this language; `foreign` lists their texts in another language. */
  sources: Map<string, Source>;
  /** The full texts of some sources, by the key of the source. */
  texts: Map<string, SourceText>;
  article: ArticleEntry | undefined;
  vocabulary: VocabularyEntry | undefined;
  /** The questions of readers in this language. There is no fallback to another language, because each language has its own search index. */
  searchQuestions: SearchQuestionsEntry | undefined;
  index: AddressIndex;
  /** Mentions by the address of the entry. */
  backlinks: Map<string, Mention[]>;
  /** Citations by the key of the source. */
  cited: Map<string, Mention[]>;
  /** Sections that discuss a point of the article, by point. */
  coverage: Map<string, Target[]>;
  reading: NavigationGroup[];
  /** The names of the jurisdictions, in the order of site.yaml. */
  jurisdictions: ReadonlyMap<string, string>;
  /** The base path, with a slash at both ends. */
  base: string;
  /** Returns the URL of a path in this language. */
  href(path: string): Href;
  /** Returns the text in this language, else in the first language of the site, else in any. */
  pick(texts: Translatable): string;
}

/** Builds a locale from parsed content. Invalid references are left out; `check/index.ts` reports them. */
export function buildLocale(
  site: SiteData,
  routes: SiteRoutes,
  lang: string,
  parts: Pick<Locale, 'pages' | 'trees' | 'sources' | 'texts' | 'article' | 'vocabulary' | 'searchQuestions'>,
): Locale {
  const { pages, trees, sources, texts, article } = parts;
  const index = new AddressIndex(routes, lang, pages.values(), trees.values(), sources.values(), texts, article);
  const locale: Locale = {
    lang,
    languages: routes.languages,
    ...parts,
    index,
    backlinks: new Map(),
    cited: new Map(),
    coverage: new Map(),
    reading: [],
    jurisdictions: new Map(),
    base: routes.base,
    href: (path) => hrefOf(routes, lang, path),
    pick: (texts) => (typeof texts === 'string' ? texts : (texts[lang] ?? texts[routes.languages[0]!] ?? Object.values(texts)[0] ?? '')),
  };
  for (const page of pages.values()) mentionsOfPage(locale, page);
  for (const tree of trees.values()) mentionsOfTree(locale, tree);
  for (const point of Object.keys(article?.data.points ?? {})) locale.coverage.set(point, []);
  for (const page of pages.values()) {
    for (const [section, points] of Object.entries(page.data.covers ?? {})) {
      const target = index.get(`${page.id}.${section}`);
      if (target) for (const point of points) locale.coverage.get(point)?.push(target);
    }
  }
  locale.jurisdictions = new Map(Object.entries(site.jurisdictions).map(([id, names]) => [id, locale.pick(names)]));
  locale.reading = site.navigation.map(({ title, entries }) => ({
    title: locale.pick(title),
    entries: entries.flatMap((id) => index.get(id) ?? []),
  }));
  return locale;
}

function mentionsOfPage(locale: Locale, page: Page): void {
  const { index } = locale;
  const from = index.get(page.id)!;
  const place = (section: string): Target => index.get(`${page.id}.${section}`) ?? from;
  for (const { href, section } of page.links) {
    const found = index.resolve(href, page);
    if (found && 'target' in found) mention(locale.backlinks, found.target.entry, { from, section: place(section) });
  }
  for (const related of page.data.related ?? []) {
    const target = index.get(related);
    if (target) mention(locale.backlinks, target.entry, { from, section: from });
  }
  for (const { key, locator, section } of page.citations) {
    cite(locale, key, { from, section: place(section) }, locator);
  }
}

function mentionsOfTree(locale: Locale, tree: Tree): void {
  const from = locale.index.get(tree.id)!;
  for (const { id, see, sources } of [...tree.questions, ...tree.outcomes]) {
    const section = locale.index.get(`${tree.id}.${id}`) ?? from;
    for (const address of see) {
      const target = locale.index.get(address);
      if (target) mention(locale.backlinks, target.entry, { from, section });
    }
    for (const text of sources) {
      for (const { key, locator } of readCitation(`@${text}`) ?? []) cite(locale, key, { from, section }, locator);
    }
  }
}

function cite(locale: Locale, key: string, made: Mention, locator?: string): void {
  const source = locale.sources.get(key);
  if (source) mention(locale.cited, key, locator ? { ...made, locator: locatorIn(locale, locator, source).text } : made);
}

function mention(map: Map<Address, Mention[]>, address: Address, made: Mention): void {
  if (made.from.entry === address) return;
  const mentions = map.get(address) ?? [];
  if (!mentions.some(({ section, locator }) => section.address === made.section.address && locator === made.locator)) mentions.push(made);
  map.set(address, mentions);
}

/** Returns the previous and the next page in the reading order. */
export function previousAndNext(locale: Locale, id: string): { previous: Target | undefined; next: Target | undefined } {
  const order = locale.reading.flatMap(({ entries }) => entries);
  const at = order.findIndex(({ entry }) => entry === id);
  return { previous: at > 0 ? order[at - 1] : undefined, next: at >= 0 ? order[at + 1] : undefined };
}

/** Returns the path of an entry below the language. */
export const entryPath = (target: Target): string => pathOf(target.kind as Parameters<typeof pathOf>[0], target.entry);
