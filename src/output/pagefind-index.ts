/** Builds the index with Pagefind (https://pagefind.app/docs/node-api/), and keeps only the files that the site uses. */
import { createHash } from 'node:crypto';
import { transform } from 'esbuild';
import { close, createIndex } from 'pagefind';
import { mergeIndexes } from './merge-indexes.ts';
import { readIndex, writeMetadata } from './pagefind-files.ts';
import type { PagefindRecord } from './pagefind-record.ts';

/**
 * The words are already stems (`search/analyzer.ts`), so Pagefind must not stem them again. An index contains words of several languages. Pagefind
 * does not stem text in an unknown language, and its WebAssembly is smaller then.
 */
const LANGUAGE = 'zz';

/** Returns the number of records that Pagefind indexes at a time. Pagefind needs more than a kilobyte of memory for each word of each record. */
const partSize = (records: number): number => Math.max(250, Math.ceil(records / 12));

/** Pagefind's code without its worker and UI, and its index without fragments: `search-index/` contains the texts of results. */
const USED = /^(?:pagefind\.js|pagefind-entry\.json|wasm\.unknown\.pagefind|[^/]*\.pf_meta|index\/.*)$/;

/** A record without words is dropped by Pagefind. No query contains this word. */
const NO_WORDS = 'ǃ';

/**
 * The minimum number of positions in an index file: 500 take about a kilobyte. Pagefind's files have 20,000, so that a query loads 66 KB of index
 * instead of 5. The list of the files is loaded before the first answer, so in a large base the files are larger instead of more. A test
 * checks the number and the size of the files.
 */
const fileSize = (records: number): number => Math.max(500, Math.round(records / 20));

/**
 * Indexes the records; the id of a result is that of its record (`recordId`). The same records give the same bytes. `meanwhile` is called while
 * Pagefind builds the index, and returns the common words.
 */
export async function pagefindIndex(
  records: readonly PagefindRecord[],
  meanwhile: () => ReadonlySet<string> = () => new Set(),
): Promise<Map<string, Uint8Array>> {
  const { parts, common } = await buildParts(records, meanwhile).finally(close);
  const indexes = parts.map(readIndex);
  // The numbers of the records after a dropped one would be wrong.
  const indexed = indexes.reduce((sum, { pages }) => sum + pages, 0);
  if (indexed !== records.length) throw new Error(`Pagefind indexed ${indexed} of ${records.length} records.`);
  const { files, fields } = mergeIndexes(indexes, common, fileSize(records.length));
  const version = hashOf(files.map(([, , content]) => content));
  const hash = `${LANGUAGE}_${version}`;
  const named = files.map(([first, last], at): [string, string, string] => [first, last, `${at.toString(36)}_${version}`]);
  const lengths = records.map(({ content }) => content.split(' ').length);
  const one = parts[0]!;
  return new Map([
    ['pagefind-entry.json', entryOf(one.get('pagefind-entry.json')!, hash, records.length)],
    ['pagefind.js', await (code ??= withFetch(one.get('pagefind.js')!))],
    [`pagefind.${hash}.pf_meta`, writeMetadata(lengths, named, fields)],
    ['wasm.unknown.pagefind', one.get('wasm.unknown.pagefind')!],
    ...named.map(([, , name], at): [string, Uint8Array] => [`index/${name}.pf_index`, files[at]![2]]),
  ]);
}

type Files = Map<string, Uint8Array>;

/** Builds an index of each part of the records, one after the other, and calls `meanwhile` during the first. */
async function buildParts(
  records: readonly PagefindRecord[],
  meanwhile: () => ReadonlySet<string>,
): Promise<{ parts: Files[]; common: ReadonlySet<string> }> {
  const size = partSize(records.length);
  const first = buildPart(records.slice(0, size));
  const common = meanwhile();
  const parts = [await first];
  for (let from = size; from < records.length; from += size) parts.push(await buildPart(records.slice(from, from + size)));
  return { parts, common };
}

/** Returns the used files of an index of some records. */
async function buildPart(records: readonly PagefindRecord[]): Promise<Files> {
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
  return new Map(made.files.flatMap(({ path, content }) => (USED.test(path) ? [[path, content]] : [])));
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
