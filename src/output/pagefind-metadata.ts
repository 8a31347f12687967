/**
 * Shortens Pagefind's metadata (`.pf_meta`), which is loaded before the first answer. It contains, for each record, a hash, the name of its
 * fragment, and a word count. The site uses no fragments, so the number of the record replaces the hash. The word count is rounded, because
 * BM25 only uses it to normalise the length. At 1,000 pages this leaves 51 KB of 96. The format is private to Pagefind; the build fails
 * here in any other version than the known one.
 */
import { gunzipSync, gzipSync } from 'node:zlib';

export const KNOWN_VERSION = '1.6.0';

/** The first bytes of every uncompressed file of Pagefind. */
const SIGNATURE = 'pagefind_dcd';
/** Types of CBOR values (RFC 8949). */
const NUMBER = 0;
const TEXT = 3;
const ARRAY = 4;

/** The number of distinct word counts per doubling. */
const STEPS = 4;

/** Replaces the hash of each page by its id and rounds its word count. */
export function shortenMetadata(file: Uint8Array, idOf: ReadonlyMap<string, string>): Uint8Array {
  const bytes = gunzipSync(file);
  const cbor = new CborReader(bytes, SIGNATURE.length);
  const parts: Uint8Array[] = [];
  let copied = 0;
  const isKnown = bytes.subarray(0, SIGNATURE.length).toString() === SIGNATURE && cbor.head(ARRAY) === 6 && cbor.text() === KNOWN_VERSION;
  if (!isKnown) throw new Error(`The metadata of Pagefind is not that of version ${KNOWN_VERSION}. Adapt src/output/pagefind-metadata.ts.`);
  const pages = cbor.head(ARRAY);
  for (let page = 0; page < pages; page += 1) {
    const items = cbor.head(ARRAY);
    const from = cbor.at;
    const hash = cbor.text();
    const words = cbor.head(NUMBER);
    const id = idOf.get(hash);
    if (items !== 3 || id === undefined) throw new Error(`The metadata of Pagefind has an unknown page ${hash}.`);
    parts.push(bytes.subarray(copied, from), head(TEXT, id.length), Buffer.from(id), head(NUMBER, rounded(words)));
    copied = cbor.at;
    cbor.text();
  }
  parts.push(bytes.subarray(copied));
  return gzipSync(Buffer.concat(parts), { level: 9 });
}

const rounded = (words: number): number => (words < 1 ? words : Math.round(2 ** (Math.round(Math.log2(words) * STEPS) / STEPS)));

/** Returns the text of a file of Pagefind. */
export const readFragment = (file: Uint8Array): string => gunzipSync(file).subarray(SIGNATURE.length).toString();

/** Writes the header of a value. */
function head(type: number, number: number): Uint8Array {
  if (number < 24) return Uint8Array.of((type << 5) | number);
  return number < 256 ? Uint8Array.of((type << 5) | 24, number) : Uint8Array.of((type << 5) | 25, number >> 8, number & 255);
}

/** Reads numbers, texts, and the headers of arrays. */
class CborReader {
  readonly #bytes: Buffer;
  at: number;

  constructor(bytes: Buffer, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  /** Reads the CBOR header of a value of the given type. Returns the number, or the length of a text or an array. */
  head(type: number): number {
    const first = this.#bytes[this.at++]!;
    if (first >> 5 !== type) throw new Error(`The metadata of Pagefind has a value of type ${first >> 5} where type ${type} was expected.`);
    const short = first & 31;
    if (short < 24) return short;
    const size = 2 ** (short - 24);
    const number = this.#bytes.readUIntBE(this.at, size);
    this.at += size;
    return number;
  }

  text(): string {
    const length = this.head(TEXT);
    return this.#bytes.subarray(this.at, (this.at += length)).toString();
  }
}
