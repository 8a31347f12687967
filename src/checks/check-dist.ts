import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import { foreignParts } from './allowed-page-html.ts';

/**
 * Maximum size of an HTML page in characters. It is far above any page that the source checks accept (`BODY_LIMIT`), and above the lists of a
 * site of 10,000 pages, so it only finds a page that a fault of this program made. `tests/browser/weight.test.ts` has the budgets of pages.
 */
export const PAGE_LIMIT = 4_000_000;
/** Maximum size of the page that contains the whole book. A larger book is not made (`model/book.ts`). */
export const BOOK_LIMIT = 20_000_000;
const WHOLE = /(?:^|\/)print\/index\.html$/;

/** Type of a data block. It is not executed, so the Content-Security-Policy does not apply to it. */
const DATA = 'application/ld+json';

interface Built {
  ids: Set<string>;
  links: Set<string>;
  errors: string[];
}

/** Checks the built site: links, fragments, duplicate ids, inline styles and scripts, page sizes. */
export async function checkDist(folder: string, base: string): Promise<string[]> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
  const present = new Set(files);
  const pages = new Map<string, Built>();
  for (const file of files) if (file.endsWith('.html')) pages.set(file, readPage(await readFile(join(folder, file), 'utf8'), file, base));
  return [...pages].flatMap(([file, { links, errors }]) =>
    [...errors, ...[...links].flatMap((link) => linkError(link, file) ?? [])].map((error) => `${file}  ${error}`),
  );

  function linkError(link: string, from: string): string | undefined {
    const at = `http://site${base}${from}`;
    if (!URL.canParse(link, at)) return `bad-url  “${link}” is not a valid URL.`;
    const url = new URL(link, at);
    if (url.host !== 'site') return undefined;
    if (!url.pathname.startsWith(base)) return `dead-link  “${link}” is outside the base path ${base}.`;
    const path = decoded(url.pathname.slice(base.length));
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    if (!present.has(file)) return `dead-link  The target of “${link}”, ${file}, was not built.`;
    const fragment = decoded(url.hash.slice(1));
    const target = pages.get(file);
    if (fragment && target && !target.ids.has(fragment)) return `dead-fragment  “${link}” refers to an id that ${file} does not have.`;
    return undefined;
  }
}

/** Decodes a path; one that is not valid stays as it is and is not found. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Collects the ids, the links and the errors of a page. */
export function readPage(html: string, file: string, base: string): Built {
  const built: Built = { ids: new Set(), links: new Set(), errors: [] };
  const limit = WHOLE.test(file) ? BOOK_LIMIT : PAGE_LIMIT;
  if (html.length > limit) built.errors.push(`oversized-page  ${html.length} characters; the limit is ${limit}.`);
  let isGuarded = false;
  visit(fromHtml(html), 'element', (element: Element, _, parent) => {
    const { tagName, properties, children } = element;
    const inNoscript = parent?.type === 'element' && parent.tagName === 'noscript';
    if (tagName !== 'style') built.errors.push(...foreignParts(element, base, file, inNoscript).map((part) => `foreign-html  ${part}`));
    isGuarded ||= tagName === 'meta' && /^content-security-policy$/i.test(String(properties.httpEquiv));
    const { id, href, src, property, content } = properties;
    if (typeof id === 'string') {
      if (built.ids.has(id)) built.errors.push(`duplicate-id  “${id}” occurs twice.`);
      built.ids.add(id);
    }
    for (const link of [href, src]) if (typeof link === 'string') built.links.add(link);
    // Only chat software loads this image. Its URL is absolute, so only the path is checked.
    if (property === 'og:image' && typeof content === 'string') built.links.add(new URL(content).pathname);
    if (tagName === 'style' || properties.style !== undefined)
      built.errors.push(`inline-style  <${tagName}> has an inline style; the policy forbids it.`);
    if (tagName === 'script' && typeof src !== 'string' && children.length > 0 && properties.type !== DATA)
      built.errors.push('inline-script  The page has an inline script; the policy forbids it.');
  });
  if (!isGuarded) built.errors.push('no-policy  The page has no Content-Security-Policy.');
  return built;
}
