/** The HTML of a citation in a text. */
import type { Element, ElementContent } from 'hast';
import type { CitationItem } from '../markdown/citations.ts';
import type { SourceEntry } from '../model/entry.ts';
import type { Locale } from '../model/locale.ts';
import { locatorIn, paragraphAt } from '../model/locator.ts';

type Status = SourceEntry['data']['status'];

/** UI strings of a citation. */
export interface CiteStrings {
  status: Record<Status, string>;
  statusMeans: Record<Status, string>;
}

/**
 * Returns a citation: the short name of each source and the locator, with the status if the source is not verified. A locator of a paragraph
 * with its text on this site is a link.
 */
export function citeElement(locale: Locale, items: readonly CitationItem[], words: CiteStrings): Element {
  const cited = items.flatMap(({ key, locator }): ElementContent[][] => {
    const source = locale.sources.get(key);
    if (!source) return [];
    const { short, status } = source.data;
    const text = locale.texts.get(key)?.data;
    const paragraph = text && locator ? paragraphAt(text, locator) : undefined;
    const target = paragraph && 'id' in paragraph ? locale.index.get(`${key}.${paragraph.id}`) : undefined;
    const at = locator ? locatorIn(locale, locator, source) : undefined;
    const where = at && (target ? link(target.href, at.text, at.lang) : at.lang ? element('span', { lang: at.lang }, said(at.text)) : said(at.text));
    const parts = [link(locale.index.get(key)!.href, short, source.foreign.short), ...(where ? [said(', '), where] : [])];
    if (status === 'verified') return [parts];
    const about = `${locale.href('about/')}#sources`;
    const label = element(
      'a',
      { className: ['status', status], href: about, title: words.statusMeans[status] },
      said(words.status[status].toLowerCase()),
    );
    return [[element('span', { className: ['no-break'] }, ...parts, said('\u00a0'), label)]];
  });
  return element('span', { className: ['cite'] }, said('('), ...cited.flatMap((parts, at) => (at > 0 ? [said('; '), ...parts] : parts)), said(')'));
}

const said = (value: string): ElementContent => ({ type: 'text', value });

const link = (href: string, text: string, lang?: string): Element => element('a', { href, ...(lang ? { lang } : {}) }, said(text));

const element = (tagName: string, properties: Element['properties'], ...children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});
