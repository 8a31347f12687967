/** The HTML of the links and citations in the text of a page, for the locale that shows it. A page is compiled once for all locales. */
import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { stringsOf } from '../i18n/index.ts';
import type { CitationItem } from '../markdown/citations.ts';
import { assetHref, parseLink, type SiteRoutes } from '../model/address.ts';
import type { Locale } from '../model/locale.ts';
import { identifyFile } from '../schema/content-layout.ts';
import { withHost } from '../schema/url.ts';
import { citeElement } from './cite-html.ts';

/** Turns every `kb-link` into a link and every `kb-cite` into a citation. */
export function renderReferences(tree: Root, locale: Locale, routes: SiteRoutes): void {
  visit(tree, 'element', (node: Element, index, parent) => {
    if (node.tagName === 'kb-link') renderLink(node, locale, routes);
    if (node.tagName !== 'kb-cite') return;
    const { items, page } = node.properties;
    const words = stringsOf(identifyFile(String(page))!.lang!, locale.languages);
    parent!.children[index!] = citeElement(locale, JSON.parse(String(items)) as CitationItem[], words);
  });
}

/** An address becomes a URL of this site; a link to another site is marked as external. */
function renderLink(node: Element, locale: Locale, routes: SiteRoutes): void {
  const { page, href: given = '', ...rest } = node.properties;
  const file = String(page);
  const href = String(given);
  const place = { id: identifyFile(file)!.id, file };
  const found = locale.index.resolve(href, place);
  const target = found && 'target' in found ? found.target : undefined;
  const asset = 'asset' in parseLink(href, place) ? assetHref(routes, href) : undefined;
  node.tagName = 'a';
  node.properties = { href: target?.href ?? asset ?? withHost(href), ...(!found && !asset && { rel: ['external'] }), ...rest };
}
