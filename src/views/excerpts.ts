/** Excerpts: the text of an address for share pages and cards. */
import type { Badge } from '../cards/card.ts';
import type { Target } from '../model/address-index.ts';
import type { Outcome, Question } from '../model/decision-nodes.ts';
import type { Locale } from '../model/locale.ts';
import type { ArticleData } from '../schema/article.ts';
import type { PageData } from '../schema/page.ts';
import type { SourceData } from '../schema/source.ts';
import { pageExcerpt } from './page-excerpts.ts';

/** UI strings of excerpts. */
export interface ExcerptStrings {
  note: string;
  notes: string;
  concepts: string;
  questions: string;
  sources: string;
  trees: string;
  differs: string;
  certainty: Record<NonNullable<PageData['certainty']>, string>;
  level: Record<Outcome['level'], string>;
  status: Record<SourceData['status'], string>;
}

/** The excerpt of an address. */
export interface Excerpt {
  title: string;
  /** For a passage, the title of its page; for a page, the title of the list that contains it. */
  context?: string;
  text: string;
  badge?: Badge;
}

/** Returns the excerpt of an address. */
export function excerptOf(locale: Locale, target: Target, words: ExcerptStrings): Excerpt {
  const { entry, address, title } = target;
  const name = address.slice(entry.length + 1);
  const page = locale.pages.get(entry);
  if (page) {
    const { certainty, summary } = page.data;
    const list = page.kind === 'front' ? undefined : words[`${page.kind}s`];
    const context = [list, locale.jurisdictions.get(page.data.jurisdiction ?? '')].filter(Boolean).join(' · ') || undefined;
    const whole = { title, context, text: summary };
    const badge: Badge | undefined = certainty && { label: words.certainty[certainty], icon: ICONS[certainty], colour: 'text-soft' };
    return { ...(name ? pageExcerpt(page, name, words) : whole), badge };
  }
  const tree = locale.trees.get(entry);
  if (tree) {
    const node = tree.byId.get(name);
    if (!node) return { title, context: words.trees, text: tree.data.summary };
    const place = { title, context: tree.data.title };
    if (node.kind === 'question') return { ...place, text: node.why ?? labelsOf(node) };
    const { level, text } = node;
    return { ...place, text, badge: { label: words.level[level], icon: 'boxed', colour: level } };
  }
  const { article } = locale;
  const source = locale.sources.get(entry);
  if (source) {
    const { status, summary } = source.data;
    const paragraph = locale.texts.get(entry)?.data.paragraphs[name] ?? source.data.quotes.find(({ id }) => id && id === name);
    if (paragraph) return { title, context: source.data.title, text: paragraph.translation ?? paragraph.original ?? '' };
    return { title, context: words.sources, text: summary, badge: { label: words.status[status], icon: 'none', colour: 'text-soft' } };
  }
  return article ? inArticle(locale, article.data, name) : { title, text: '' };
}

const labelsOf = ({ answers }: Question): string => answers.map(({ label }) => label).join(' / ');

function inArticle({ pick }: Locale, { title, author, points }: ArticleData, point: string): Excerpt {
  if (point) {
    const { place = {}, gist = {} } = points[point] ?? {};
    return { title: `${pick(place)} (${point})`, context: title, text: pick(gist) };
  }
  return {
    title,
    context: pick(author),
    text: Object.values(points)
      .map(({ gist }) => pick(gist))
      .join(' '),
  };
}

const ICONS = { settled: 'full', contested: 'half', open: 'empty' } as const;
