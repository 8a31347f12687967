/** `llms.txt`: a description of the site and a list of its texts for language models (https://llmstxt.org/). */
import { hrefOf, type Address } from '../model/address.ts';
import { entryPath, type Locale } from '../model/locale.ts';
import type { Site } from '../model/site.ts';
import type { FeedItem } from './feed.ts';
import { markdownLists, meanings } from './markdown-lists.ts';
import { markdownHref, type MarkdownPage, type MarkdownStrings } from './markdown-pages.ts';

/** Returns the list of a locale: pages in reading order with their summaries, trees and sources. */
export function llmsTxt(
  { data, routes, locales }: Site,
  locale: Locale,
  origin: string,
  words: MarkdownStrings & { trees: string; sources: string },
  changes: readonly FeedItem[] = [],
): string {
  const lists = markdownLists(locale, origin, { data, changes }, words);
  const { lang, index, pages, trees, sources } = locale;
  const line = (address: Address, summary: string): string => {
    const target = index.get(address)!;
    const own = (pages.get(address) ?? trees.get(address))?.lang ?? lang;
    return `- [${target.title}](${origin}${markdownHref(routes, own, entryPath(target))})${summary && summary !== target.title ? `: ${summary}` : ''}`;
  };
  const group = (title: string, lines: string[]): string[] => (lines.length > 0 ? [`## ${title}`, lines.join('\n')] : []);
  const others = locales.filter((other) => other !== locale);
  return `${[
    `# ${locale.pick(data.title)}`,
    `> ${locale.pick(data.summary)}`,
    [data.disclaimer && locale.pick(data.disclaimer), `${data.licence.name}: <${data.licence.url}>.`].filter(Boolean).join(' '),
    [words.machines.passages, words.machines.cite].join(' '),
    ...group(words.aboutPage.certainty, [meanings(words.certainty, words.certaintyMeans)]),
    ...group(words.aboutPage.sources, [meanings(words.status, words.statusMeans)]),
    line('index', pages.get('index')?.data.summary ?? ''),
    ...locale.reading.flatMap(({ title, entries }) =>
      group(
        title,
        entries.map(({ entry }) => line(entry, (pages.get(entry) ?? trees.get(entry))?.data.summary ?? '')),
      ),
    ),
    ...group(
      words.trees,
      [...trees.values()]
        .filter(({ id }) => !locale.reading.some(({ entries }) => entries.some(({ entry }) => entry === id)))
        .map(({ id, data: tree }) => line(id, tree.summary)),
    ),
    ...(locale.article ? group(locale.pick(locale.article.data.name), [line('article', locale.article.data.title)]) : []),
    ...group(
      words.sources,
      [...sources.values()].map(({ id, data: source }) => line(id, source.title)),
    ),
    ...group('Optional', [
      `- [llms-full.txt](${origin}${hrefOf(routes, lang, 'llms-full.txt')})`,
      ...lists.map(({ path, title }) => `- [${title}](${origin}${markdownHref(routes, lang, path)})`),
      `- [index.json](${origin}${routes.base}index.json)`,
      ...others.map((other) => `- [llms.txt (${other.lang})](${origin}${hrefOf(routes, other.lang, 'llms.txt')})`),
    ]),
  ].join('\n\n')}\n`;
}

/** Returns every Markdown version of a locale in one text, the pages in reading order first. */
export function llmsFull({ routes, data }: Site, locale: Locale, pages: readonly MarkdownPage[]): string {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const pathOf = (address: Address): string => markdownHref({ ...routes, base: '' }, locale.lang, entryPath(locale.index.get(address)!));
  const order = ['index', ...locale.reading.flatMap(({ entries }) => entries.map(({ entry }) => entry))].map(pathOf);
  const own = pages.filter(
    ({ path }) => path.startsWith(hrefOf({ ...routes, base: '' }, locale.lang, '')) && !isOther(path, locale.lang, routes.languages),
  );
  const sorted = [...new Set([...order.flatMap((path) => byPath.get(path) ?? []), ...own])];
  return `# ${locale.pick(data.title)}\n\n${sorted.map(({ text }) => text).join('\n')}`;
}

/** Whether the path of a page begins with another language. */
const isOther = (path: string, lang: string, languages: readonly string[]): boolean =>
  languages.slice(1).some((other) => other !== lang && path.startsWith(`${other}/`));
