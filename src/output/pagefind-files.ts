/**
 * The files of Pagefind: an index is read word by word, and written as metadata and files of words. Their format is private to Pagefind, so the build
 * fails here if the version of Pagefind is not the known one.
 */
import { gunzipSync, gzipSync } from 'node:zlib';
import { recordId } from '../search/index-format.ts';
import { decode, encode, type Cbor } from './cbor.ts';

const KNOWN_VERSION = '1.6.0';

/** The first bytes of every uncompressed file of Pagefind. */
const SIGNATURE = 'pagefind_dcd';

/** A word count is rounded to one of three values per doubling, and stored in units of eight words: BM25 only uses its ratio to the average. */
const [UNIT, STEPS] = [8, 3];

/**
 * The positions of a word in a page, and in its fields. The number of the page is counted from the page before. A negative number is the weight,
 * or the number of the field plus one, of the positions after it.
 */
export type PageOfWord = [page: number, positions: number[], inFields: number[]];
export type Word = [word: string, pages: PageOfWord[], variants: [form: string, pages: PageOfWord[]][]];

/** An index that Pagefind has built. */
export interface BuiltIndex {
  pages: number;
  /** The names of the fields, in the order of their numbers. */
  fields: string[];
  /** In the order of their bytes. Each file is read when its words are needed. */
  words: Iterable<Word>;
}

/** A file of words with its first and its last word. */
export type WordFile = [first: string, last: string, content: Uint8Array];

type Metadata = [
  version: string,
  pages: Cbor[],
  files: [first: string, last: string, name: string][],
  filters: Cbor[],
  sorts: Cbor[],
  fields: string[],
];

/** Reads an index from the files of Pagefind. */
export function readIndex(files: ReadonlyMap<string, Uint8Array>): BuiltIndex {
  const path = [...files.keys()].find((one) => one.endsWith('.pf_meta'))!;
  const [version, pages, chunks, , , fields] = read(files.get(path)!) as Metadata;
  if (version !== KNOWN_VERSION)
    throw new Error(`The metadata of Pagefind is not that of version ${KNOWN_VERSION}. Adapt src/output/pagefind-files.ts.`);
  return { pages: pages.length, fields, words: wordsIn(chunks.map(([, , name]) => files.get(`index/${name}.pf_index`)!)) };
}

function* wordsIn(files: readonly Uint8Array[]): Generator<Word> {
  for (const file of files) yield* (read(file) as [Word[]])[0];
}

/** Returns the content of a file of words. The highest level of gzip takes twice as long, for a fifth of a per cent. */
export const writeWords = (words: readonly Cbor[]): Uint8Array => write([[...words]], 7);

/**
 * Returns the metadata (`.pf_meta`), which is loaded before the first answer. Pagefind's own metadata has, for each record, a hash, the name of its
 * fragment, and a word count. The site uses no fragments, so the id of the record replaces the hash. The word count is that of the text, and is
 * rounded, because BM25 only uses it to normalise the length. At 1,000 pages this leaves 41 KB of 96. The names of the files share a version, so they
 * compress better than hashes: this saves 4 KB more.
 */
export function writeMetadata(
  lengths: readonly number[],
  files: readonly [first: string, last: string, name: string][],
  fields: readonly string[],
): Uint8Array {
  const pages = lengths.map((words, record): Cbor => [recordId(record), rounded(words), '']);
  return write([KNOWN_VERSION, pages, files.map((file): Cbor => [...file]), [], [], [...fields]], 9);
}

const rounded = (words: number): number => Math.max(1, Math.round(2 ** (Math.round(Math.log2(words) * STEPS) / STEPS) / UNIT));

const read = (file: Uint8Array): Cbor => decode(gunzipSync(file).subarray(SIGNATURE.length));

const write = (value: Cbor, level: number): Uint8Array => gzipSync(Buffer.concat([Buffer.from(SIGNATURE), encode(value)]), { level });
