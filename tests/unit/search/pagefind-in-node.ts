import { close } from 'pagefind';
import { indexPart, mergeParts } from '../../../src/output/pagefind-index.ts';
import type { PagefindRecord } from '../../../src/output/pagefind-record.ts';
import { IndexReader, type Pagefind } from '../../../src/search/index-reader.ts';
import { RANKING } from '../../../src/search/ranking-weights.ts';

interface PagefindModule {
  createInstance(options: object): Pagefind;
  fetchWith(load: (url: string) => Promise<Response>): void;
}

/** Indexes records in parts of at most `size`. */
export async function indexInParts(
  records: readonly PagefindRecord[],
  common: ReadonlySet<string> = new Set(),
  size = Infinity,
  unordered = 0,
): Promise<Map<string, Uint8Array>> {
  const parts = [];
  try {
    for (let from = 0; from < records.length; from += size) parts.push(await indexPart(records.slice(from, from + size)));
    return await mergeParts(parts, common, unordered);
  } finally {
    await close();
  }
}

let readers = 0;

/** Opens the built files of a search with Pagefind's own code, as the browser does. `load` replaces how a file is read, `folder` is that of a language. */
export async function openInNode(
  files: ReadonlyMap<string, string | Uint8Array>,
  load = (path: string): string | Uint8Array | undefined => files.get(path),
  folder = '',
): Promise<IndexReader> {
  const read = async (path: string): Promise<Response> => {
    const content = load(path);
    return content === undefined ? new Response('', { status: 404 }) : new Response(content as BodyInit);
  };
  // A module of its own for each reader, with its own way to load files.
  const code = Buffer.from(`${Buffer.from(files.get('pagefind/pagefind.js')!).toString()}//${(readers += 1)}`).toString('base64');
  const { createInstance, fetchWith } = (await import(`data:text/javascript;base64,${code}`)) as PagefindModule;
  fetchWith((url) => read(url.replace(/^\/|\?.*$/g, '').replace(/^.*\/wasm\.unknown\.pagefind$/, 'pagefind/pagefind.wasm')));
  const pagefind = createInstance({ basePath: `/pagefind/${folder}`, noWorker: true, ranking: RANKING });
  return IndexReader.open(pagefind, async (path) => {
    const response = await read(`search-index/${folder}${path}`);
    return response.ok ? response.text() : Promise.reject(new Error(`There is no ${path}.`));
  });
}
