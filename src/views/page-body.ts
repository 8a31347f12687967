/** The text of a page as HTML: links and citations resolved, and the places of the components, which Astro renders. */
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { CitationItem } from '../markdown/citations.ts';
import { htmlTree } from '../markdown/html-tree.ts';
import { assetHref, parseLink, type SiteRoutes } from '../model/address.ts';
import type { Locale } from '../model/locale.ts';
import type { Page } from '../model/page.ts';
import { citeElement, type CiteStrings } from './cite-html.ts';

/** A part of a text: HTML, or an element that a component renders. */
export type BodyPart = string | Element;

const COMPONENTS = new Set(['kb-diagram', 'Differs', 'Tree']);

/** Returns the text of a page in a locale. */
export function pageBody(routes: SiteRoutes, locale: Locale, page: Page, words: CiteStrings): ElementContent[] {
  if (!page.tree) return [];
  const resolved = (node: ElementContent): ElementContent => {
    if (node.type !== 'element') return node;
    if (node.tagName === 'kb-cite') return citeElement(locale, JSON.parse(String(node.properties.items)) as CitationItem[], words);
    if (node.tagName === 'a') node.properties = linkProperties(node, routes, locale, page);
    if (node.tagName === 'img') node.properties.src = assetHref(routes, String(node.properties.src ?? ''));
    node.children = node.children.map(resolved);
    return node;
  };
  return (htmlTree(page.tree, page.file).children as ElementContent[]).map(resolved);
}

/** An address becomes a URL of this site; a link to another site is marked as external. Links to and from notes and anchor links stay. */
function linkProperties({ properties }: Element, routes: SiteRoutes, locale: Locale, page: Page): Element['properties'] {
  const { href, ...rest } = properties;
  const isOwn = 'dataFootnoteRef' in rest || 'dataFootnoteBackref' in rest || String(rest.className) === 'anchor-link';
  const found = isOwn ? undefined : locale.index.resolve(String(href ?? ''), page);
  if (found && 'target' in found) return { href: found.target.href, ...rest };
  const meaning = isOwn || found ? undefined : parseLink(String(href ?? ''), page);
  if (meaning && 'asset' in meaning) return { href: assetHref(routes, String(href)), ...rest };
  return { href, ...(isOwn || found ? {} : { rel: ['external'] }), ...rest };
}

/** Splits the text at its components. */
export function bodyParts(nodes: readonly ElementContent[]): BodyPart[] {
  const parts: BodyPart[] = [];
  const add = (html: string): void => {
    const last = parts.at(-1);
    if (typeof last === 'string') parts[parts.length - 1] = last + html;
    else parts.push(html);
  };
  for (const node of nodes) {
    if (node.type === 'element' && COMPONENTS.has(node.tagName)) parts.push(node);
    else if (node.type === 'element' && hasComponent(node)) {
      const end = `</${node.tagName}>`;
      add(toHtml({ ...node, children: [] }).slice(0, -end.length));
      for (const part of bodyParts(node.children)) {
        if (typeof part === 'string') add(part);
        else parts.push(part);
      }
      add(end);
    } else add(toHtml(node));
  }
  return parts;
}

const hasComponent = ({ children }: Element): boolean =>
  children.some((child) => child.type === 'element' && (COMPONENTS.has(child.tagName) || hasComponent(child)));
