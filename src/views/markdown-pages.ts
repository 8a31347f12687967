/** The Markdown version of every page: `concepts/first-steps.md` for `concepts/first-steps/`. */
import { stringify } from 'yaml';
import { readCitation } from '../markdown/citations.ts';
import { hrefOf, pathOf, type Href, type SiteRoutes } from '../model/address.ts';
import type { TreeNode } from '../model/decision-nodes.ts';
import type { Tree } from '../model/decision-tree.ts';
import { shortestPath, statePath } from '../model/tree-path.ts';
import { interfaceLanguage } from '../i18n/index.ts';
import type { Locale } from '../model/locale.ts';
import { locatorIn, paragraphLabel } from '../model/locator.ts';
import type { Page } from '../model/page.ts';
import type { Source, SourceText } from '../model/source.ts';
import type { Site } from '../model/site.ts';
import type { FeedItem } from './feed.ts';
import { markdownBody, citationText, linkTo, type BodyStrings } from './markdown-body.ts';
import { markdownLists, type ListStrings } from './markdown-lists.ts';
import { contentDate } from './path-summary.ts';

export interface MarkdownPage {
  /** The path below the base path: `ru/concepts/first-steps.md`. */
  path: string;
  text: string;
}

/** UI strings of the Markdown version. */
export interface MarkdownStrings extends BodyStrings, ListStrings {
  assumedAnswer: string;
  restsOn: string;
  questions: string;
  outcomes: string;
  toDo: string;
  discussed: string;
  basis: string;
  related: string;
  reference: string;
  level: Record<string, string>;
}

/** The data of the Markdown versions that the content does not contain. */
export interface MarkdownContext {
  /** Every source as a line of a bibliography, in a language. */
  references: (lang: string) => ReadonlyMap<string, string>;
  /** The changes of a language. */
  changes: (lang: string) => readonly FeedItem[];
  /** Returns the Markdown version of a page of text or a source from the cache; undefined if an input has changed. `path` is the path of the page on the site. */
  stored?: (path: string) => string | undefined;
}

/** Returns the URL of the Markdown version of a page, given its path below the language. */
export const markdownHref = (routes: SiteRoutes, lang: string, path: string): Href =>
  `${hrefOf(routes, lang, path.replace(/\/$/, '') || 'index')}.md`;

/** Returns the Markdown version of every page, tree, source, list and the article. Fallback pages have none. */
export function markdownPages(
  site: Site,
  origin: string,
  wordsOf: (lang: string) => MarkdownStrings,
  { references: referencesIn, changes, stored }: MarkdownContext,
): MarkdownPage[] {
  return site.locales.flatMap((locale) => {
    const { lang, pages, trees, sources, article } = locale;
    const words = wordsOf(lang);
    const references = referencesIn(lang);
    const own = <T extends { lang: string }>(items: Map<string, T>): T[] => [...items.values()].filter((item) => item.lang === lang);
    const markdownPage = (path: string, facts: object, title: string, parts: (string | undefined)[]): MarkdownPage => {
      const url = `${origin}${hrefOf(site.routes, lang, path)}`;
      const head = stringify({ title, url, language: lang, ...facts, licence: site.data.licence.spdx }, { lineWidth: 0 });
      return {
        path: markdownHref({ ...site.routes, base: '' }, lang, path),
        text: `---\n${head}---\n\n${[`# ${title}`, ...parts].filter(Boolean).join('\n\n')}\n`,
      };
    };
    const storedOr = (path: string, write: () => MarkdownPage): MarkdownPage => {
      const text = stored?.(hrefOf({ ...site.routes, base: '' }, lang, path));
      return text === undefined ? write() : { path: markdownHref({ ...site.routes, base: '' }, lang, path), text };
    };
    return [
      ...own(pages).map((page) => {
        const path = pathOf(page.kind, page.id);
        const { title, summary, certainty, jurisdiction, reviewed } = page.data;
        const facts = JSON.parse(JSON.stringify({ summary, certainty, jurisdiction, reviewed })) as object;
        return storedOr(path, () =>
          markdownPage(path, facts, title, [
            summary,
            markdownBody(locale, page, origin, words),
            citedSources(locale, page, origin, words, references),
            relatedOf(locale, page, origin, words),
          ]),
        );
      }),
      ...own(trees).map((tree) =>
        markdownPage(pathOf('decision', tree.id), { summary: tree.data.summary, reviewed: contentDate(locale) }, tree.data.title, [
          tree.data.summary,
          treeBody(locale, tree, origin, words),
        ]),
      ),
      ...[...sources.values()].map((source) => {
        const { status, checked, URL: original } = source.data;
        const facts = { status, checked, ...(original ? { source: original } : {}) };
        const path = pathOf('source', source.id);
        return storedOr(path, () =>
          markdownPage(path, facts, source.data.short, sourceBody(locale, source, locale.texts.get(source.id)?.data, words, references)),
        );
      }),
      ...(article ? [markdownPage('article/', { reviewed: contentDate(locale) }, locale.pick(article.data.name), articleBody(locale, origin))] : []),
      ...markdownLists(locale, origin, { data: site.data, changes: changes(lang) }, words).map(({ path, title, parts }) =>
        markdownPage(path, {}, title, parts),
      ),
    ];
  });
}

/** Lists the sources that a page cites, each with its reference and status. */
function citedSources(
  { index, sources }: Locale,
  { citations }: Page,
  origin: string,
  words: MarkdownStrings,
  references: ReadonlyMap<string, string>,
): string | undefined {
  const lines = [...new Set(citations.map(({ key }) => key))].flatMap((key) => {
    const source = sources.get(key);
    return source
      ? `- [${source.data.short}](${origin}${index.get(key)!.href}): ${references.get(key) ?? ''} (${words.status[source.data.status]})`
      : [];
  });
  return lines.length > 0 ? [`## ${words.basis}`, lines.join('\n')].join('\n\n') : undefined;
}

function relatedOf(locale: Locale, { data }: Page, origin: string, words: MarkdownStrings): string | undefined {
  if (!data.related?.length) return undefined;
  return `## ${words.related}\n\n${data.related.map((address) => `- ${linkTo(locale, origin, address)}`).join('\n')}`;
}

function treeBody(locale: Locale, tree: Tree, origin: string, words: MarkdownStrings): string {
  const linkToNode = (node: TreeNode): string => linkTo(locale, origin, `${tree.id}.${node.id}`, node.kind === 'question' ? node.ask : node.verdict);
  const around = ({ see, sources }: TreeNode): string[] => [
    ...(see.length ? [`${words.discussed}: ${see.map((address) => linkTo(locale, origin, address)).join(', ')}`] : []),
    ...(sources.length
      ? [
          `${words.basis}: ${citationText(
            locale,
            origin,
            sources.flatMap((text) => readCitation(`@${text}`) ?? []),
            words,
          )}`,
        ]
      : []),
  ];
  const questions = tree.questions.map((question) => {
    const answers = question.answers.map(
      ({ id, label, target }) => `- **${label}** → ${linkToNode(target)}${id === question.assumed ? ` (${words.assumedAnswer})` : ''}`,
    );
    return [`### ${linkToNode(question)}`, question.why, answers.join('\n'), ...around(question)].filter(Boolean).join('\n\n');
  });
  const outcomes = tree.outcomes.map((outcome) => {
    const state = shortestPath(tree, outcome);
    const walk = state ? `<${origin}${locale.href(statePath(tree, state))}>` : undefined;
    return [
      `### ${linkToNode(outcome)}`,
      `**${words.level[outcome.level]}.** ${outcome.text}`,
      outcome.next && `**${words.toDo}:** ${outcome.next}`,
      ...around(outcome),
      outcome.restsOn.length > 0 &&
        `${words.restsOn}: ${outcome.restsOn.map((point) => linkTo(locale, origin, `article.${point}`, point)).join(', ')}`,
      walk,
    ]
      .filter(Boolean)
      .join('\n\n');
  });
  return [`## ${words.questions}`, ...questions, `## ${words.outcomes}`, ...outcomes].join('\n\n');
}

function sourceBody(
  locale: Locale,
  source: Source,
  text: SourceText['data'] | undefined,
  words: MarkdownStrings,
  references: ReadonlyMap<string, string>,
): string[] {
  const { id, data } = source;
  const quotes = data.quotes.map(({ id: name, original, translation, locator }) =>
    [original, translation, [locator && `— ${locatorIn(locale, locator, source).text}`, name && `{#${name}}`].filter(Boolean).join(' ')]
      .flatMap((line) => (line ? `> ${line}` : []))
      .join('\n>\n'),
  );
  const paragraphs = Object.entries(text?.paragraphs ?? {}).map(([name, { label, original, translation }]) =>
    [
      `**${interfaceLanguage(locale.lang, locale.languages) === 'en' ? label : paragraphLabel(label, locale, source)}** {#${name}}`,
      original,
      translation,
    ]
      .flatMap((line) => (line ? `> ${line}` : []))
      .join('\n>\n'),
  );
  return [data.title, data.summary, ...quotes, ...paragraphs, data.notes ?? '', `${words.reference}: ${references.get(id) ?? ''}`];
}

function articleBody(locale: Locale, origin: string): string[] {
  const { data } = locale.article!;
  const points = Object.entries(data.points).map(([point, { place, gist }]) => {
    const treated = (locale.coverage.get(point) ?? []).map(({ address, title }) => linkTo(locale, origin, address, title)).join(', ');
    return `- ${linkTo(locale, origin, `article.${point}`)} (${locale.pick(place)}). ${locale.pick(gist)}${treated ? ` → ${treated}` : ''}`;
  });
  return [`${locale.pick(data.author)}, [${data.title}](${data.URL})`, points.join('\n')];
}
