import type { ChapterText } from '../views/assemble-book.ts';
import { attributeOf, elementsIn, parseHtml, type HtmlParent } from '../views/html-tree.ts';
import { foreignParts } from './allowed-page-html.ts';

/**
 * Maximum size of an HTML page in characters. It is far above any page that the source checks accept (`BODY_LIMIT`), and above the lists of a
 * site of 10,000 pages, so only a fault of this program exceeds it. `tests/limits.ts` has the budgets of pages.
 */
export const PAGE_LIMIT = 4_000_000;
/** Maximum size of a volume of the book. `model/book.ts` divides the book well below it. */
const BOOK_LIMIT = 20_000_000;
const VOLUME = /(?:^|\/)print\/(?:\d+\/)?index\.html$/;

/** Type of a data block. It is not executed, so the Content-Security-Policy does not apply to it. */
const DATA = 'application/ld+json';

/** The facts of a built page. */
export interface BuiltPage {
  ids: Set<string>;
  links: Set<string>;
  errors: string[];
  /** Its texts for the book. */
  chapters?: ChapterText[];
}

/** Collects the ids, the links and the errors of a page. `file` is its path in the built folder of a site under `base`. */
export const readPage = (html: string, file = '', base = '/'): BuiltPage => readTrees([parseHtml(html)], html, file, base);

/** Like `readPage`, for a page that is already parsed, possibly to several trees. */
export function readTrees(trees: readonly HtmlParent[], html: string, file: string, base: string): BuiltPage {
  const built: BuiltPage = { ids: new Set(), links: new Set(), errors: sizeErrors(html, file) };
  let isGuarded = false;
  let noscripts = 0;
  for (const element of trees.flatMap((tree) => elementsIn(tree))) {
    const { tagName, childNodes } = element;
    if (tagName !== 'style') built.errors.push(...foreignParts(element, base, file).map((part) => `foreign-html  ${part}`));
    if (tagName === 'noscript') noscripts += 1;
    isGuarded ||= tagName === 'meta' && /^content-security-policy$/i.test(attributeOf(element, 'http-equiv') ?? '');
    const id = attributeOf(element, 'id');
    if (id !== undefined) {
      if (built.ids.has(id)) built.errors.push(`duplicate-id  “${id}” occurs twice.`);
      built.ids.add(id);
    }
    const src = attributeOf(element, 'src');
    for (const link of [attributeOf(element, 'href'), src]) if (link !== undefined) built.links.add(link);
    // Only chat software loads this image. Its URL is absolute, so only the path is checked.
    const content = attributeOf(element, 'property') === 'og:image' ? attributeOf(element, 'content') : undefined;
    if (content !== undefined) built.links.add(new URL(content).pathname);
    if (tagName === 'style' || attributeOf(element, 'style') !== undefined)
      built.errors.push(`inline-style  <${tagName}> has an inline style; the policy forbids it.`);
    if (tagName === 'script' && src === undefined && childNodes.length > 0 && attributeOf(element, 'type') !== DATA)
      built.errors.push('inline-script  The page has an inline script; the policy forbids it.');
  }
  // This parser runs no scripts. A browser that runs them ends the element at the first `</noscript`, also in an attribute of its content.
  if (noscripts > 0 && html.match(/<\/noscript/gi)?.length !== noscripts)
    built.errors.push('foreign-html  The page contains </noscript where no <noscript> ends.');
  if (!isGuarded) built.errors.push('no-policy  The page has no Content-Security-Policy.');
  return built;
}

/** Returns an error if a page is too large. */
export function sizeErrors({ length }: string, file: string): string[] {
  const limit = VOLUME.test(file) ? BOOK_LIMIT : PAGE_LIMIT;
  return length > limit ? [`oversized-page  ${length} characters; the limit is ${limit}.`] : [];
}
