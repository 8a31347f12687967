/** Loads Pagefind and the search index, once. */
import { IndexReader, type Pagefind } from '../search/index-reader.ts';
import { RANKING } from '../search/ranking-weights.ts';

/** The built `pagefind/pagefind.js` (`output/pagefind-index.ts`). */
interface PagefindModule {
  createInstance(options: object): Pagefind;
  fetchWith(load: (url: string) => Promise<Response>): void;
}

const opened = new Map<string, Promise<IndexReader>>();

/** Pagefind's code, and for each folder of an index the function that loads its files. */
let module: Promise<PagefindModule> | undefined;
const loaders = new Map<string, (url: string) => Promise<Response>>();

/**
 * Opens the search index of a language. `base` is the base path, with a slash at its end, `folder` the folder of the language. Rejects if a file is
 * not available. After a file has failed to load, the next call opens the index again, because the site may have been rebuilt.
 */
export function openSearchIndex(base: string, folder = ''): Promise<IndexReader> {
  const key = base + folder;
  let reader = opened.get(key);
  if (!reader) {
    const forget = (): unknown => opened.delete(key);
    opened.set(key, (reader = open(base, folder, forget)));
    reader.catch(forget);
  }
  return reader;
}

async function open(base: string, folder: string, forget: () => unknown): Promise<IndexReader> {
  let failure: unknown;
  const load = (url: string): Promise<Response> =>
    fetchFile(url).catch((error: unknown) => {
      forget();
      throw (failure = error);
    });
  const texts = `${base}search-index/${folder}`;
  const [pagefind, manifest] = await Promise.all([createPagefind(`${base}pagefind/`, folder, load), load(`${texts}index.json`)]);
  const checked: Pagefind = {
    async search(query) {
      const found = await pagefind.search(query);
      // Pagefind ignores a file that it could not load. That is not the same as no results.
      if (failure) throw failure;
      return found;
    },
  };
  return IndexReader.open(checked, async (path) => (path === 'index.json' ? manifest : await load(texts + path)).text());
}

async function createPagefind(root: string, folder: string, load: (url: string) => Promise<Response>): Promise<Pagefind> {
  const basePath = root + folder;
  // The first files that Pagefind requests are loaded in parallel with its code, which saves two round trips.
  const first = new Map([
    [`${basePath}pagefind-entry.json`, load(`${basePath}pagefind-entry.json`)],
    // All indexes share the WebAssembly, which the build has decompressed.
    [`${basePath}wasm.unknown.pagefind`, load(`${root}pagefind.wasm`)],
  ]);
  // A failure is reported when Pagefind requests the file.
  for (const file of first.values()) file.catch(() => undefined);
  // Pagefind adds the time to the URL of its entry, to bypass caches.
  loaders.set(basePath, (url) => first.get(url.replace(/\?ts=\d+$/, '')) ?? load(url));
  module ??= import(/* @vite-ignore */ `${root}pagefind.js`) as Promise<PagefindModule>;
  module.catch(() => (module = undefined));
  const { createInstance, fetchWith } = await module;
  fetchWith((url) => loaderOf(url)(url));
  // The worker of Pagefind would load the same code again.
  return createInstance({ basePath, noWorker: true, ranking: RANKING });
}

/** Returns the loader for a URL. One folder can contain another, so the longest matching one counts. */
const loaderOf = (url: string): ((url: string) => Promise<Response>) =>
  loaders.get([...loaders.keys()].filter((folder) => url.startsWith(folder)).sort((a, b) => b.length - a.length)[0]!)!;

/** Files whose names do not change with their content. */
const UNVERSIONED = /(?:^|[/-])(?:index|entry)\.json$/;

/** Loads a file. An HTML response is an error: it comes from a captive portal, or from a host with a page for every URL. */
async function fetchFile(url: string): Promise<Response> {
  const response = await fetch(url, UNVERSIONED.test(url) ? { cache: 'no-cache' } : {});
  if (!response.ok || response.headers.get('content-type')?.includes('html')) throw new Error(`${response.status} ${url}`);
  return response;
}
