/** `llms.txt`: a description of the site and a list of its texts for language models (https://llmstxt.org/). */
import { hrefOf, type Address } from '../model/address.ts';
import { entryPath, type Locale } from '../model/locale.ts';
import type { Site } from '../model/site.ts';
import { markdownHref, type MarkdownStrings } from './markdown-pages.ts';

/** Returns the list of a locale: pages in reading order with their summaries, trees and sources. */
export function llmsTxt(
  { data, routes, locales }: Site,
  locale: Locale,
  origin: string,
  words: MarkdownStrings & { trees: string; sources: string },
): string {
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
      `- [index.json](${origin}${routes.base}index.json)`,
      ...others.map((other) => `- [llms.txt (${other.lang})](${origin}${hrefOf(routes, other.lang, 'llms.txt')})`),
    ]),
  ].join('\n\n')}\n`;
}
