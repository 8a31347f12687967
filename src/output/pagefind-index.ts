/** Builds the index with Pagefind (https://pagefind.app/docs/node-api/), and keeps only the files that the site uses. */
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { transform } from 'esbuild';
import { createIndex } from 'pagefind';
import { mergeIndexes } from './merge-indexes.ts';
import { readIndex, writeMetadata } from './pagefind-files.ts';
import { countHolders, type PagefindRecord } from './pagefind-record.ts';

/**
 * The words are already stems (`search/analyzer.ts`), so Pagefind must not stem them again. An index contains words of several languages. Pagefind
 * does not stem text in an unknown language, and its WebAssembly is smaller then.
 */
const LANGUAGE = 'zz';

/** Pagefind's code without its worker and UI, and its index without fragments: `search-index/` contains the texts of results. */
const USED = /^(?:pagefind\.js|pagefind-entry\.json|wasm\.unknown\.pagefind|[^/]*\.pf_meta|index\/.*)$/;

/** A record without words is dropped by Pagefind. No query contains this word. */
const NO_WORDS = 'ǃ';

/**
 * The minimum number of positions in an index file: 500 take about a kilobyte. Pagefind's files have 20,000, so that a query loads 66 KB of index
 * instead of 5. The list of the files is loaded before the first answer, so in a large base the files are larger instead of more. A test
 * checks the number and the size of the files.
 */
const fileSize = (records: number): number => Math.max(500, Math.round(records / 23));

/** Pagefind's index of consecutive records. */
export interface IndexPart {
  files: Map<string, Uint8Array>;
  /** The number of words in the text of each record. */
  lengths: number[];
  /** The number of records that contain each word. */
  holders: Map<string, number>;
}

/** Indexes consecutive records with Pagefind. Call `close` of Pagefind after the last call. */
export async function indexPart(records: readonly PagefindRecord[]): Promise<IndexPart> {
  const { index, errors } = await createIndex({ forceLanguage: LANGUAGE });
  const adding = records.map(({ content, meta }, at) =>
    index?.addCustomRecord({ url: String(at), content: content || NO_WORDS, language: LANGUAGE, meta }),
  );
  // Pagefind handles these calls in order, and resolves with errors instead of rejecting.
  const making = index?.getFiles();
  const removing = index?.deleteIndex();
  for (const added of await Promise.all(adding)) errors.push(...(added?.errors ?? []));
  const made = await making;
  errors.push(...(made?.errors ?? []));
  await removing;
  if (!made || errors.length > 0) throw new Error(`Pagefind could not build the index: ${errors.join('; ')}`);
  return {
    files: new Map(made.files.flatMap(({ path, content }) => (USED.test(path) ? [[path, content]] : []))),
    lengths: records.map(({ content }) => content.split(' ').length),
    holders: countHolders(records.values().map(wordsOf)),
  };
}

const wordsOf = ({ content, meta }: PagefindRecord): string[] => [content, ...Object.values(meta)].flatMap((text) => text.split(' '));

/**
 * Returns the files of the index of all records: the id of a result is the number of its record (`recordId`). The lists of `common` words have no
 * positions (`mergeIndexes`), nor have the last records, of which the order of the words does not matter. The same records give the same bytes.
 */
export async function mergeParts(parts: readonly IndexPart[], common: ReadonlySet<string>, unordered = 0): Promise<Map<string, Uint8Array>> {
  const indexes = parts.map(({ files }) => readIndex(files));
  const lengths = parts.flatMap((part) => part.lengths);
  // The numbers of the records after a dropped one would be wrong.
  const indexed = indexes.reduce((sum, { pages }) => sum + pages, 0);
  if (indexed !== lengths.length) throw new Error(`Pagefind indexed ${indexed} of ${lengths.length} records.`);
  const { files, fields } = mergeIndexes(indexes, common, fileSize(lengths.length - unordered), lengths.length - unordered);
  const version = hashOf(files.map(([, , content]) => content));
  const hash = `${LANGUAGE}_${version}`;
  const named = files.map(([first, last], at): [string, string, string] => [first, last, `${at.toString(36)}_${version}`]);
  const one = parts[0]!.files;
  return new Map([
    ['pagefind-entry.json', entryOf(one.get('pagefind-entry.json')!, hash, lengths.length)],
    ['pagefind.js', await (code ??= withFetch(one.get('pagefind.js')!))],
    [`pagefind.${hash}.pf_meta`, writeMetadata(lengths, named, fields)],
    // Pagefind compresses its WebAssembly with gzip. Hosts compress a file of this type, most of them with brotli, which saves 8 KB of 55.
    ['pagefind.wasm', gunzipSync(one.get('wasm.unknown.pagefind')!)],
    ...named.map(([, , name], at): [string, Uint8Array] => [`index/${name}.pf_index`, files[at]![2]]),
  ]);
}

/** Returns the list of the languages, with the name and the size of the one index. */
function entryOf(entry: Uint8Array, hash: string, records: number): Uint8Array {
  const { languages, ...rest } = JSON.parse(Buffer.from(entry).toString()) as { languages: Record<string, object> };
  const all = { ...rest, languages: { [LANGUAGE]: { ...languages[LANGUAGE], hash, page_count: records } } };
  return Buffer.from(JSON.stringify(all));
}

/** Returns a hash of files, as long as those of Pagefind. */
function hashOf(files: Iterable<Uint8Array>): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file);
  return hash.digest('hex').slice(0, 7);
}

/** Pagefind's code, which is the same for every index. */
let code: Promise<Uint8Array> | undefined;

/**
 * Minifies Pagefind's code and adds an export, `fetchWith`, that sets how it loads files. If an index file fails to load, Pagefind returns no
 * results; the search shows an error instead.
 */
async function withFetch(original: Uint8Array): Promise<Uint8Array> {
  const own = 'let fetch = globalThis.fetch?.bind(globalThis); export const fetchWith = (own) => { fetch = own; };\n';
  const made = await transform(own + new TextDecoder().decode(original), { minify: true, format: 'esm', target: 'es2022' });
  return new TextEncoder().encode(made.code);
}
