import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../output/inventory.ts';
import { readPage, type BuiltPage } from './read-page.ts';

/** A page that the build wrote from a template, and the paths in it. Only a sample of such pages is parsed. */
export interface KnownPage {
  file: string;
  links: string[];
}
/** One in this number of the pages from templates is read, beginning with the first. */
const SAMPLE = 100;

/**
 * Checks the built site: links, fragments, duplicate ids, inline styles and scripts, foreign HTML, page sizes. `read` has the facts of pages that are
 * already known, and `known` lists the pages from templates; all other pages are read. `files` are those of the folder.
 */
export function checkDist(
  folder: string,
  base: string,
  read: ReadonlyMap<string, BuiltPage> = new Map(),
  known: readonly KnownPage[] = [],
  files: readonly string[] = listFiles(folder),
): string[] {
  const written = new Map(known.map((page) => [page.file, page]));
  const pages = new Map<string, BuiltPage>();
  let templates = 0;
  for (const file of files.filter((one) => one.endsWith('.html'))) {
    const page = written.get(file);
    if (page && (templates += 1) % SAMPLE !== 1) pages.set(file, { ids: new Set(), links: new Set(page.links), errors: [] });
    else pages.set(file, read.get(file) ?? readPage(readFileSync(join(folder, file), 'utf8'), file, base));
  }
  return errorsIn(pages, new Set(files), base);
}

function errorsIn(pages: ReadonlyMap<string, BuiltPage>, present: ReadonlySet<string>, base: string): string[] {
  /** The errors of links from the root, which are the same on every page. */
  const known = new Map<string, string | undefined>();
  return [...pages.keys()].sort().flatMap((file) => {
    const { links, errors } = pages.get(file)!;
    return [...errors, ...[...links].flatMap((link) => errorOf(link, file) ?? [])].map((error) => `${file}  ${error}`);
  });

  function errorOf(link: string, from: string): string | undefined {
    if (link.startsWith('#')) return fragmentError(link, from, decoded(link.slice(1)));
    if (!link.startsWith('/')) return linkError(link, from);
    if (!known.has(link)) known.set(link, linkError(link, from));
    return known.get(link);
  }

  function linkError(link: string, from: string): string | undefined {
    const at = `http://site${base}${from}`;
    if (!URL.canParse(link, at)) return `bad-url  “${link}” is not a valid URL.`;
    if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(link)) return undefined;
    const url = new URL(link, at);
    if (!url.pathname.startsWith(base)) return `dead-link  “${link}” is outside the base path ${base}.`;
    const path = decoded(url.pathname.slice(base.length));
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    if (!present.has(file)) return `dead-link  The target of “${link}”, ${file}, was not built.`;
    return fragmentError(link, file, decoded(url.hash.slice(1)));
  }

  function fragmentError(link: string, file: string, fragment: string): string | undefined {
    const target = pages.get(file);
    return fragment && target && !target.ids.has(fragment) ? `dead-fragment  “${link}” refers to an id that ${file} does not have.` : undefined;
  }
}

/** Decodes a path. An invalid path is returned unchanged, and is then reported as a dead link. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
