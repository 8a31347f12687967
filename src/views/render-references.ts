/** The HTML of the links and citations in the text of a page, for the locale that shows it. A page is compiled once for all locales. */
import { toHtml } from 'hast-util-to-html';
import { stringsOf } from '../i18n/index.ts';
import type { Reference } from '../markdown/page-props.ts';
import { assetHref, parseLink, type SiteRoutes } from '../model/address.ts';
import type { Locale } from '../model/locale.ts';
import { identifyFile } from '../schema/content-layout.ts';
import { withHost } from '../schema/url.ts';
import { citeElement } from './cite-html.ts';
import { escapeHtml } from './escape-html.ts';

const REFERENCE = /<kb-(?:link|cite) of="([^"]*)"|><\/kb-cite>|<\/kb-link>/g;

/**
 * Turns every `kb-link` into a link and every `kb-cite` into a citation. A regular expression is enough, because `encodeReference` writes only
 * characters that HTML does not escape.
 */
export function renderReferences(html: string, locale: Locale, routes: SiteRoutes): string {
  return html.replace(REFERENCE, (found, encoded?: string) => {
    if (encoded === undefined) return found === '</kb-link>' ? '</a>' : '';
    const reference = JSON.parse(decodeURIComponent(encoded)) as Reference;
    if ('href' in reference) return linkTag(reference, locale, routes);
    return toHtml(citeElement(locale, reference.items, stringsOf(identifyFile(reference.page)!.lang!, locale.languages)));
  });
}

/** Returns the beginning of a link. An address becomes a URL of this site; a link to another site is marked as external. */
function linkTag({ page, href }: { page: string; href: string }, locale: Locale, routes: SiteRoutes): string {
  const place = { id: identifyFile(page)!.id, file: page };
  const found = locale.index.resolve(href, place);
  const target = found && 'target' in found ? found.target : undefined;
  const asset = 'asset' in parseLink(href, place) ? assetHref(routes, href) : undefined;
  return `<a href="${escapeHtml(target?.href ?? asset ?? withHost(href))}"${!found && !asset ? ' rel="external"' : ''}`;
}
