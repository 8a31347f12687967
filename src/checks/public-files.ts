import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { diagnostic, type Diagnostic } from '../model/diagnostics.ts';
import { closestNames } from '../model/did-you-mean.ts';
import { parseLink } from '../model/address.ts';
import type { Site } from '../model/site.ts';

/** The folder of files that a build copies. */
const PUBLIC = 'public';

/** Lists the files of the folder public by their path on the site. */
export async function publicFiles(folder = PUBLIC): Promise<Set<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return new Set(
    entries.filter((entry) => !entry.isDirectory()).map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')}`),
  );
}

/** Reports images of pages and links of pages to files that are not in the folder public. */
export function checkPublicFiles(site: Site, present: ReadonlySet<string>): Diagnostic[] {
  const missing = (url: string): boolean => !present.has(pathOfFile(url));
  return site.locales.flatMap(({ lang, pages }) =>
    [...pages.values()]
      .filter((page) => page.lang === lang)
      .flatMap((page) => [
        ...page.images
          .filter(({ url }) => /^\/[^/]/.test(url) && missing(url))
          .map(({ url, at }) => diagnostic('dead-image', page.file, at, { url, near: closestNames(pathOfFile(url), present) })),
        ...page.links
          .filter(({ href }) => 'asset' in parseLink(href, page) && missing(href))
          .map(({ href, at }) => diagnostic('dead-link', page.file, at, { href, near: closestNames(pathOfFile(href), present) })),
      ]),
  );
}

function pathOfFile(url: string): string {
  const path = url.replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
