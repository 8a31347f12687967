/** Loads Pagefind and the search index, once. */
import { IndexReader, type Pagefind } from '../search/index-reader.ts';
import { RANKING } from '../search/ranking-weights.ts';

/** The built `pagefind/pagefind.js` (`output/pagefind-index.ts`). */
interface PagefindModule {
  createInstance(options: object): Pagefind;
  fetchWith(load: (url: string) => Promise<Response>): void;
}

const opened = new Map<string, Promise<IndexReader>>();

/**
 * Opens the search index of the site at `base` (ends with a slash). Rejects if a file is not available. After any failure, also a later one, the
 * next call loads again, because the site may have been rebuilt.
 */
export function openSearchIndex(base: string): Promise<IndexReader> {
  let reader = opened.get(base);
  if (!reader) {
    const forget = (): unknown => opened.delete(base);
    opened.set(base, (reader = open(base, forget)));
    reader.catch(forget);
  }
  return reader;
}

async function open(base: string, forget: () => unknown): Promise<IndexReader> {
  let failure: unknown;
  const load = (url: string): Promise<Response> =>
    fetchFile(url).catch((error: unknown) => {
      forget();
      throw (failure = error);
    });
  const texts = `${base}search-index/`;
  const [pagefind, manifest] = await Promise.all([createPagefind(`${base}pagefind/`, load), load(`${texts}index.json`)]);
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

/** The first files that Pagefind requests. They are loaded in parallel with its code, which saves two round trips. */
const FIRST = ['pagefind-entry.json', 'wasm.unknown.pagefind'];

async function createPagefind(folder: string, load: (url: string) => Promise<Response>): Promise<Pagefind> {
  const first = new Map(FIRST.map((name) => [folder + name, load(folder + name)]));
  // A failure is reported when Pagefind requests the file.
  for (const file of first.values()) file.catch(() => undefined);
  const { createInstance, fetchWith } = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as PagefindModule;
  // Pagefind adds the time to the URL of its entry, to bypass caches.
  fetchWith((url) => first.get(url.replace(/\?ts=\d+$/, '')) ?? load(url));
  // Its worker would load the same code again.
  return createInstance({ basePath: folder, noWorker: true, ranking: RANKING });
}

/** Files whose names do not change with their content. */
const UNVERSIONED = /(?:^|[/-])(?:index|entry)\.json$/;

/** Loads a file. An HTML response is an error: it comes from a captive portal, or from a host with a page for every URL. */
async function fetchFile(url: string): Promise<Response> {
  const response = await fetch(url, UNVERSIONED.test(url) ? { cache: 'no-cache' } : {});
  if (!response.ok || response.headers.get('content-type')?.includes('html')) throw new Error(`${response.status} ${url}`);
  return response;
}
