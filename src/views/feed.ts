import type { PageChange, Wording } from '../permalinks/history.ts';
import type { Locale } from '../model/locale.ts';
import { escapeHtml } from './escape-html.ts';

/** The maximum number of entries. */
const LIMIT = 60;

/** A change with titles and URLs. */
export interface FeedItem {
  /** The id of its element on the page of changes. */
  id: string;
  day: string;
  /** The id of the page. */
  page: string;
  what: PageChange['what'];
  kind: PageChange['kind'];
  title: string;
  href: string;
  summary: string;
  sections: { title: string; href: string }[];
  /** The former and the new wording of each changed passage. */
  wordings: FeedWording[];
  /** The page with the history of the page; undefined if the page never changed. */
  history: { id: string; href: string } | undefined;
}

/** A change of a passage, with the title of its section and, if it is still there, its URL. */
export interface FeedWording extends Omit<Wording, 'address'> {
  title: string;
  href: string | undefined;
}

/** Returns the feed items of changes. Skips pages that the locale no longer has. */
export function feedItems(changes: readonly PageChange[], locale: Locale): FeedItem[] {
  const changed = new Set(changes.flatMap(({ page, what }) => (what === 'changed' ? [page] : [])));
  return changes.flatMap(({ day, page, kind, what, sections, to, wordings }) => {
    const target = locale.index.get(to ?? page);
    if (!target) return [];
    const parts = sections.flatMap((section) => locale.index.get(`${page}.${section}`) ?? []);
    return {
      id: `${day}-${page}`,
      day,
      page,
      what,
      kind,
      title: target.title,
      href: target.href,
      summary: summaryOf(locale, to ?? page),
      sections: parts,
      wordings: wordings.map(({ address, was, now }) => ({ ...placeOf(locale, address, target.title), was, now })),
      history: changed.has(page) ? { id: page, href: `${locale.href(`changes/${page}/`)}#on-${day}` } : undefined,
    };
  });
}

/** Returns the title of the section of a passage, and the URL of the passage if it is still there. */
function placeOf({ index }: Locale, address: string, page: string): { title: string; href: string | undefined } {
  const target = index.get(address) ?? index.get(address.replace(/\.\d+$/, ''));
  return { title: target?.title ?? page, href: target?.href };
}

function summaryOf({ pages, trees, sources }: Locale, id: string): string {
  return (pages.get(id)?.data ?? trees.get(id)?.data ?? sources.get(id)?.data)?.summary ?? '';
}

/** Returns a change of a passage as HTML. */
function wordingHtml({ title, href, was, now }: FeedWording, origin: string, names: Feed['wording']): string {
  const head = href ? `<a href="${escapeHtml(origin + href)}">${escapeHtml(title)}</a>` : escapeHtml(title);
  const after = now === undefined ? names.removed : `${names.now}: ${escapeHtml(now)}`;
  return `<h3>${head}</h3><p>${names.was}: ${escapeHtml(was)}</p><p>${after}</p>`;
}

interface Feed {
  /** The origin of the site, without a trailing slash. */
  origin: string;
  locale: Locale;
  title: string;
  licence: string;
  author: string;
  /** The titles of the former and the new wording. */
  wording: { was: string; now: string; removed: string };
  /** Returns the title of an item. */
  name: (news: FeedItem) => string;
}

/** Returns the Atom feed (RFC 4287). A new source has no entry, because it is published with the pages that cite it; a changed source has one. */
export function atom(all: readonly FeedItem[], { origin, locale, title, licence, author, wording, name }: Feed): string {
  const news = all.filter(({ kind, what }) => kind !== 'source' || what !== 'published').slice(0, LIMIT);
  const page = `${origin}${locale.href('changes/')}`;
  const self = `${origin}${locale.href('feed.xml')}`;
  const time = (day: string): string => `${day}T00:00:00Z`;
  const entries = news.map((one) =>
    [
      '<entry>',
      `<id>${page}#${one.id}</id>`,
      `<title>${escapeHtml(name(one))}</title>`,
      `<link href="${escapeHtml(origin + one.href)}"/>`,
      ...(one.history ? [`<link rel="related" href="${escapeHtml(origin + one.history.href)}"/>`] : []),
      `<updated>${time(one.day)}</updated>`,
      `<summary>${escapeHtml([...one.sections.map((section) => section.title), one.summary].filter(Boolean).join(' · '))}</summary>`,
      ...(one.wordings.length > 0
        ? [`<content type="html">${escapeHtml(one.wordings.map((each) => wordingHtml(each, origin, wording)).join(''))}</content>`]
        : []),
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
