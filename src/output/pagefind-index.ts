/** Builds the index with Pagefind (https://pagefind.app/docs/node-api/), and keeps only the files that the site uses. */
import { createHash } from 'node:crypto';
import { transform } from 'esbuild';
import { close, createIndex } from 'pagefind';
import { fieldsIn, numberFiles, readFragment, shortenIndexFile, shortenMetadata } from './pagefind-files.ts';
import type { PagefindRecord } from './pagefind-record.ts';

/**
 * The words are stems already (`search/analyzer.ts`, in each index those of both languages), so Pagefind must not stem them again. Pagefind
 * does not stem text in an unknown language, and its WebAssembly is smaller then.
 */
const LANGUAGE = 'zz';

/**
 * The size of an index file in word occurrences: 500 are about a kilobyte. Pagefind has no documented option for it. At the default of
 * 20,000 a query loads 66 KB of index; at 500 it loads 5. The list of the files is loaded before the first answer, so in a large base the
 * files are larger instead of more. A test checks the number and the size of the files.
 */
const CHUNK_SIZE = 'PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE';
const chunkSize = (records: number): number => Math.max(500, Math.round(records / 16));

/** Pagefind's code without its worker and UI, and its index without fragments: `search-index/` contains the texts of results. */
const USED = /^(?:pagefind\.js|pagefind-entry\.json|wasm\.unknown\.pagefind|[^/]*\.pf_meta|index\/.*)$/;
const INDEX = /^index\/(.*)\.pf_index$/;
const FRAGMENT = /^fragment\/(.*)\.pf_fragment$/;

/**
 * Indexes the records; the id of a result is that of its record (`recordId`). The same records give the same bytes. `meanwhile` is called while
 * Pagefind builds the index, and returns the common words.
 */
export async function pagefindIndex(
  records: readonly PagefindRecord[],
  meanwhile: () => ReadonlySet<string> = () => new Set(),
): Promise<Map<string, Uint8Array>> {
  process.env[CHUNK_SIZE] = String(chunkSize(records.length));
  try {
    const { index, errors } = await createIndex({ forceLanguage: LANGUAGE });
    // Pagefind's process takes the records in their order. While it works, this one goes on.
    const adding: (ReturnType<NonNullable<typeof index>['addCustomRecord']> | undefined)[] = [];
    for (const [at, { content, meta }] of records.entries()) {
      // Pagefind drops records without content.
      adding.push(index?.addCustomRecord({ url: String(at), content: content || '·', language: LANGUAGE, meta }));
    }
    for (const added of await Promise.all(adding)) errors.push(...(added?.errors ?? []));
    const making = index?.getFiles();
    const common = meanwhile();
    const made = await making;
    // Pagefind resolves with errors instead of throwing.
    errors.push(...(made?.errors ?? []));
    if (!made || errors.length > 0) throw new Error(`Pagefind could not build the index: ${errors.join('; ')}`);
    return await usedFiles(made.files, records, common);
  } finally {
    delete process.env[CHUNK_SIZE];
    await close();
  }
}

async function usedFiles(
  files: readonly { path: string; content: Uint8Array }[],
  records: readonly PagefindRecord[],
  common: ReadonlySet<string>,
): Promise<Map<string, Uint8Array>> {
  const numbers = new Map<string, number>();
  for (const { path, content } of files) {
    const [, hash] = FRAGMENT.exec(path) ?? [];
    if (hash) numbers.set(hash, Number((JSON.parse(readFragment(content)) as { url: string }).url));
  }
  const lengths = records.map(({ content }) => content.split(' ').length);
  const used = files.filter(({ path }) => USED.test(path)).sort((a, b) => (a.path < b.path ? -1 : 1));
  const fields = fieldsIn(used.find(({ path }) => path.endsWith('.pf_meta'))!.content);
  const index = new Map<string, Uint8Array>();
  /** The words for the places of common words, each in a file of its own. */
  const placed: string[] = [];
  for (const { path, content } of used) {
    const [, name] = INDEX.exec(path) ?? [];
    if (!name) continue;
    const { short, places } = shortenIndexFile(content, common, fields);
    index.set(name, short);
    for (const [word, file] of places) {
      placed.push(word);
      index.set(word, file);
    }
  }
  const version = hashOf(index.values());
  const entries: [string, Uint8Array][] = [];
  for (const { path, content } of used) {
    if (path === 'pagefind.js') entries.push([path, await withFetch(content)]);
    else if (path.endsWith('.pf_meta')) {
      const { metadata, names } = numberFiles(shortenMetadata(content, numbers, lengths), placed, version);
      entries.push([path, metadata]);
      for (const [name, numbered] of names) entries.push([`index/${numbered}.pf_index`, index.get(name)!]);
    } else if (!INDEX.test(path)) entries.push([path, content]);
  }
  return new Map(entries);
}

/** Returns a hash of files, as long as those of Pagefind. */
function hashOf(files: Iterable<Uint8Array>): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file);
  return hash.digest('hex').slice(0, 7);
}

/**
 * Minifies Pagefind's code and adds an export, `fetchWith`, that sets how it loads files. If an index file fails to load, Pagefind returns
 * no results; the search needs the error, so that it does not say “no results”.
 */
async function withFetch(code: Uint8Array): Promise<Uint8Array> {
  const own = 'let fetch = globalThis.fetch?.bind(globalThis); export const fetchWith = (own) => { fetch = own; };\n';
  const made = await transform(own + new TextDecoder().decode(code), { minify: true, format: 'esm', target: 'es2022' });
  return new TextEncoder().encode(made.code);
}
