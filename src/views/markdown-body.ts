/** The body of a page as plain Markdown with absolute URLs. */
import type { CitationItem } from '../markdown/citations.ts';
import { fillReferences } from '../markdown/markdown-template.ts';
import { assetHref } from '../model/address.ts';
import { pointsOf } from '../model/check/article-points.ts';
import type { Locale } from '../model/locale.ts';
import { locatorIn } from '../model/locator.ts';
import type { Page } from '../model/page.ts';

/** UI strings of the body. */
export interface BodyStrings {
  /** The title of a `<Differs>`. */
  differs: string;
  status: Record<string, string>;
}

/** Renders the body of a page. `origin` has no trailing slash. */
export const markdownBody = (locale: Locale, page: Page, origin: string, words: BodyStrings): string =>
  fillReferences(page.markdown, (reference) => {
    if ('section' in reference) return `${origin}${locale.index.get(`${page.id}.${reference.section}`)?.href ?? ''}`;
    if ('href' in reference) return absolute(reference.href, locale, page, origin);
    if ('entry' in reference) return linkTo(locale, origin, reference.entry);
    if ('items' in reference) return citationText(locale, origin, reference.items, words);
    const { id } = reference.differs;
    const points = pointsOf(reference.differs).map((point) => linkTo(locale, origin, `article.${point}`, point));
    return [`**${words.differs}**`, points.length > 0 ? ` (${points.join(', ')})` : '', id ? ` {#${id}}` : ''].join('');
  });

/** Returns a Markdown link to an address; for an unknown address, only the text. */
export function linkTo({ index }: Locale, origin: string, address: string, words?: string): string {
  const target = index.get(address);
  return target ? `[${words ?? target.title}](${origin}${target.href})` : (words ?? address);
}

/** Returns a citation as text, with the status of a source that is not verified: `([Smith 2020](…), p. 5, second-hand)`. */
export function citationText(locale: Locale, origin: string, items: readonly CitationItem[], { status: names }: Pick<BodyStrings, 'status'>): string {
  const cited = items.map(({ key, locator }) => {
    const source = locale.sources.get(key);
    const status = source?.data.status;
    const doubt = status && status !== 'verified' ? names[status]!.toLowerCase() : undefined;
    return [linkTo(locale, origin, key), source && locator && locatorIn(locale, locator, source).text, doubt].filter(Boolean).join(', ');
  });
  return cited.length > 0 ? `(${cited.join('; ')})` : '';
}

function absolute(href: string, locale: Locale, page: Page, origin: string): string {
  const found = locale.index.resolve(href, page);
  if (found && 'target' in found) return `${origin}${found.target.href}`;
  return /^\/[^/]/.test(href) ? `${origin}${assetHref({ base: locale.base }, href)}` : href;
}
