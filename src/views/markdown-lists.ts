/** The Markdown versions of the list pages (vocabulary, differences, answers, changes) and of the page about the site. */
import { differencesOf } from '../model/differences.ts';
import type { Locale } from '../model/locale.ts';
import { termsByLetter } from '../model/sorting.ts';
import type { SiteData } from '../schema/site.ts';
import type { FeedItem } from './feed.ts';
import { linkTo } from './markdown-body.ts';

/** UI strings of these pages. */
export interface ListStrings {
  vocabulary: string;
  vocabularySummary: string;
  differences: string;
  differencesSummary: string;
  allAnswers: string;
  allAnswersSummary: string;
  changes: string;
  changesSummary: string;
  changeKinds: Record<FeedItem['what'], string>;
  wording: { was: string; now: string };
  aboutSite: string;
  certainty: Record<string, string>;
  certaintyMeans: Record<string, string>;
  status: Record<string, string>;
  statusMeans: Record<string, string>;
  aboutPage: { who: string; certainty: string; certaintyText: string; sources: string; sourcesText: string; linking: string };
  machines: { passages: string; cite: string };
}

export interface MarkdownList {
  path: string;
  title: string;
  parts: string[];
}

/** Returns the lists that the locale has. `origin` has no trailing slash. */
export function markdownLists(
  locale: Locale,
  origin: string,
  { data, changes }: { data: SiteData; changes: readonly FeedItem[] },
  words: ListStrings,
): MarkdownList[] {
  const lists = [
    { path: 'about/', title: words.aboutSite, parts: aboutParts(locale, data, words) },
    { path: 'answers/', title: words.allAnswers, parts: [words.allAnswersSummary, ...answersOf(locale, origin, words)] },
    { path: 'vocabulary/', title: words.vocabulary, parts: [words.vocabularySummary, termsOf(locale, origin)] },
    { path: 'differences/', title: words.differences, parts: [words.differencesSummary, ...differenceParts(locale, origin)] },
    { path: 'changes/', title: words.changes, parts: [words.changesSummary, ...changesByDay(origin, changes, words)] },
  ];
  return lists.filter(({ parts }) => parts.slice(1).some(Boolean));
}

/** Explains each certainty and each status of a source, as list items. */
export const meanings = (names: Record<string, string>, means: Record<string, string>): string =>
  Object.entries(names)
    .map(([key, name]) => `- **${name}**: ${means[key]}`)
    .join('\n');

function aboutParts(locale: Locale, data: SiteData, words: ListStrings): string[] {
  const { aboutPage, machines } = words;
  return [
    locale.pick(data.summary),
    `## ${aboutPage.who}`,
    data.about ? locale.pick(data.about).trim() : '',
    `## ${aboutPage.certainty}`,
    aboutPage.certaintyText,
    meanings(words.certainty, words.certaintyMeans),
    `## ${aboutPage.sources}`,
    aboutPage.sourcesText,
    meanings(words.status, words.statusMeans),
    `## ${aboutPage.linking}`,
    `${machines.passages} ${machines.cite}`,
  ];
}

function answersOf(locale: Locale, origin: string, words: ListStrings): string[] {
  const questions = locale.reading.flatMap(({ entries }) => entries.filter(({ kind }) => kind === 'question'));
  return questions.map(({ entry }) => {
    const { summary, certainty, jurisdiction } = locale.pages.get(entry)!.data;
    const facts = [certainty && words.certainty[certainty], locale.jurisdictions.get(jurisdiction ?? '')].filter(Boolean).join(', ');
    return `## ${linkTo(locale, origin, entry)}\n\n${summary}${facts ? ` (${facts})` : ''}`;
  });
}

function termsOf(locale: Locale, origin: string): string {
  const terms = [...termsByLetter(locale).values()].flat();
  return terms
    .map(({ id, term, definition, see, synonyms }) => {
      const others = Object.entries(term).flatMap(([lang, word]) => (lang === locale.lang ? [] : [word]));
      const names = [...others, ...synonyms].join(', ');
      return `- **${locale.pick(term)}**${names ? ` (${names})` : ''}: ${locale.pick(definition)} → ${linkTo(locale, origin, see)} {#${id}}`;
    })
    .join('\n');
}

function differenceParts(locale: Locale, origin: string): string[] {
  const pages = Map.groupBy(differencesOf(locale), ({ page }) => page.address);
  return [...pages.values()].map((group) => {
    const parts = group.map(({ target, section, points, paragraphs }) => {
      const named = points.map(({ address, title }) => linkTo(locale, origin, address, title)).join(', ');
      return [`### ${linkTo(locale, origin, target.address, section.title)}${named ? ` (${named})` : ''}`, ...paragraphs].join('\n\n');
    });
    return [`## ${linkTo(locale, origin, group[0]!.page.address)}`, ...parts].join('\n\n');
  });
}

function changesByDay(origin: string, changes: readonly FeedItem[], words: ListStrings): string[] {
  return [...Map.groupBy(changes, ({ day }) => day)].map(([day, news]) => {
    const items = news.flatMap(({ what, title, href, sections, wordings }) => {
      const named = sections.map((section) => `[${section.title}](${origin}${section.href})`).join(', ');
      const line = `- ${words.changeKinds[what]}: [${title}](${origin}${href})${named ? ` (${named})` : ''}`;
      return [
        line,
        ...wordings.flatMap(({ was, now }) => [`  - ${words.wording.was}: ${was}`, ...(now ? [`  - ${words.wording.now}: ${now}`] : [])]),
      ];
    });
    return [`## ${day}`, items.join('\n')].join('\n\n');
  });
}
