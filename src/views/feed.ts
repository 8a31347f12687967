import type { PageChange } from '../permalinks/history.ts';
import type { Locale } from '../model/locale.ts';
import { escapeHtml } from './escape-html.ts';

/** The maximum number of entries. */
const LIMIT = 60;

/** A change with titles and URLs. */
export interface FeedItem {
  /** The id of its element on the page of changes. */
  id: string;
  day: string;
  what: PageChange['what'];
  kind: PageChange['kind'];
  title: string;
  href: string;
  summary: string;
  sections: { title: string; href: string }[];
}

/** Returns the feed items of changes. Skips pages that the locale no longer has. */
export function feedItems(changes: readonly PageChange[], locale: Locale): FeedItem[] {
  return changes.flatMap(({ day, page, kind, what, sections, to }) => {
    const target = locale.index.get(to ?? page);
    if (!target) return [];
    const parts = sections.flatMap((section) => locale.index.get(`${page}.${section}`) ?? []);
    return {
      id: `${day}-${page}`,
      day,
      what,
      kind,
      title: target.title,
      href: target.href,
      summary: summaryOf(locale, to ?? page),
      sections: parts,
    };
  });
}

function summaryOf({ pages, trees, sources }: Locale, id: string): string {
  return (pages.get(id)?.data ?? trees.get(id)?.data ?? sources.get(id)?.data)?.summary ?? '';
}

interface Feed {
  /** The origin of the site, without a trailing slash. */
  origin: string;
  locale: Locale;
  title: string;
  licence: string;
  author: string;
  /** Returns the title of an item. */
  name: (news: FeedItem) => string;
}

/** Returns the Atom feed (RFC 4287). Sources are published with the pages that cite them and have no entries. */
export function atom(all: readonly FeedItem[], { origin, locale, title, licence, author, name }: Feed): string {
  const news = all.filter(({ kind }) => kind !== 'source').slice(0, LIMIT);
  const page = `${origin}${locale.href('changes/')}`;
  const self = `${origin}${locale.href('feed.xml')}`;
  const time = (day: string): string => `${day}T00:00:00Z`;
  const entries = news.map((one) =>
    [
      '<entry>',
      `<id>${page}#${one.id}</id>`,
      `<title>${escapeHtml(name(one))}</title>`,
      `<link href="${escapeHtml(origin + one.href)}"/>`,
      `<updated>${time(one.day)}</updated>`,
      `<summary>${escapeHtml([...one.sections.map((section) => section.title), one.summary].filter(Boolean).join(' · '))}</summary>`,
      '</entry>',
    ].join(''),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale.lang}">`,
    `<id>${page}</id>`,
    `<title>${escapeHtml(title)}</title>`,
    `<link href="${origin}${locale.href('')}"/>`,
    `<link rel="self" type="application/atom+xml" href="${self}"/>`,
    `<updated>${time(news[0]?.day ?? '1970-01-01')}</updated>`,
    `<author><name>${escapeHtml(author)}</name></author>`,
    `<rights>${escapeHtml(licence)}</rights>`,
    ...entries,
    '</feed>',
    '',
  ].join('\n');
}
