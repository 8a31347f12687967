import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { listFiles } from '../output/inventory.ts';
import { readPage, type BuiltPage } from './read-page.ts';

/** For fewer pages than this, starting a worker takes longer than reading them. */
const MIN_FOR_WORKER = 100;

/** A page that the build wrote from a template, and the paths in it. Only a sample of such pages is parsed. */
export interface KnownPage {
  file: string;
  links: string[];
}
/** One in this number of known pages is parsed, and the first of each list. */
const SAMPLE = 100;

/** Checks the built site: links, fragments, duplicate ids, inline styles and scripts, foreign HTML, page sizes. */
export const checkDist = async (folder: string, base: string): Promise<string[]> => (await prepareCheck(folder, base))([]);

/**
 * Starts to read the built pages in worker threads, except the pages in `read`. Returns a function that checks the site after all files are written;
 * its parameter `known` lists the pages from templates.
 */
export async function prepareCheck(
  folder: string,
  base: string,
  read: ReadonlyMap<string, BuiltPage> = new Map(),
): Promise<(known: readonly KnownPage[]) => Promise<string[]>> {
  const built = listFiles(folder).filter(isHtml);
  const reading = readPages(
    folder,
    built.filter((file) => !read.has(file)),
    base,
  );
  // Prevents an unhandled rejection; the `await` below throws the error.
  reading.catch(() => undefined);
  return async (known) => {
    const pages = await reading;
    for (const file of built) if (!pages.has(file)) pages.set(file, read.get(file)!);
    const files = listFiles(folder);
    const written = new Map(known.map((page) => [page.file, page]));
    const late = files.filter((file) => isHtml(file) && !pages.has(file));
    const parsed = await readPages(
      folder,
      late.filter((file, at) => !written.has(file) || at % SAMPLE === 0),
      base,
    );
    for (const file of late) pages.set(file, parsed.get(file) ?? { ids: new Set(), links: new Set(written.get(file)!.links), errors: [] });
    return errorsIn(pages, new Set(files), base);
  };
}

const isHtml = (file: string): boolean => file.endsWith('.html');

/** Reads pages, in workers if they are many. */
async function readPages(folder: string, files: readonly string[], base: string): Promise<Map<string, BuiltPage>> {
  if (files.length < MIN_FOR_WORKER) {
    return new Map(files.map((file) => [file, readPage(readFileSync(join(folder, file), 'utf8'), file, base)]));
  }
  const workers = Math.min(4, availableParallelism());
  const parts = Array.from({ length: workers }, (_, worker) => files.filter((__, at) => at % workers === worker));
  const read = (await Promise.all(parts.map((part) => readInWorker(folder, part, base)))).flat();
  return new Map(read.sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function readInWorker(folder: string, files: readonly string[], base: string): Promise<[string, BuiltPage][]> {
  const worker = new Worker(new URL('read-page-worker.ts', import.meta.url), { workerData: { folder, files, base }, execArgv: [] });
  return new Promise((done, fail) => {
    worker.once('message', done);
    worker.once('error', fail);
    worker.once('exit', (code) => fail(new Error(`The worker that reads the pages exited with code ${code}.`)));
  });
}

function errorsIn(pages: ReadonlyMap<string, BuiltPage>, present: ReadonlySet<string>, base: string): string[] {
  /** The errors of links from the root, which are the same on every page. */
  const known = new Map<string, string | undefined>();
  return [...pages.keys()].sort().flatMap((file) => {
    const { links, errors } = pages.get(file)!;
    return [...errors, ...[...links].flatMap((link) => errorOf(link, file) ?? [])].map((error) => `${file}  ${error}`);
  });

  function errorOf(link: string, from: string): string | undefined {
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
    const fragment = decoded(url.hash.slice(1));
    const target = pages.get(file);
    if (fragment && target && !target.ids.has(fragment)) return `dead-fragment  “${link}” refers to an id that ${file} does not have.`;
    return undefined;
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
