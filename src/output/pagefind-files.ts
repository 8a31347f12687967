/**
 * Shortens the files of Pagefind. Their format is private to Pagefind; the build fails here in any other version than the known one.
 */
import { gunzipSync, gzipSync } from 'node:zlib';
import { recordId } from '../search/index-format.ts';
import { PHRASE_FIELDS } from '../search/index-reader.ts';
import { placedWord } from '../search/pagefind-words.ts';
import { decode, encode, type Cbor } from './cbor.ts';

const KNOWN_VERSION = '1.6.0';

/** The first bytes of every uncompressed file of Pagefind. */
const SIGNATURE = 'pagefind_dcd';

/** Word counts are stored in units of eight words, with three distinct counts per doubling: BM25 only uses their ratio to the average. */
const [UNIT, STEPS] = [8, 3];

/** The weight with which Pagefind marks the places of every text. Without a mark it is 25 instead of 24, for all words. */
const WEIGHT = -25;

type Metadata = [version: string, pages: [hash: string, words: number, more: Cbor][], ...rest: Cbor[]];
/** The places of a word in a page, and in its fields. A negative number is the weight, or the number of the field, of the places after it. */
type PageOfWord = [page: number, places: number[], inFields: number[]];
type Word = [word: string, pages: PageOfWord[], variants: [word: string, pages: PageOfWord[]][]];

/**
 * Shortens the metadata (`.pf_meta`), which is loaded before the first answer. It contains, for each record, a hash, the name of its fragment,
 * and a word count. The site uses no fragments, so the id of the record replaces the hash. The word count is that of the text, and is rounded,
 * because BM25 only uses it to normalise the length. At 1,000 pages this leaves 41 KB of 96.
 */
export function shortenMetadata(file: Uint8Array, recordOf: ReadonlyMap<string, number>, lengths: readonly number[]): Uint8Array {
  const [version, pages, ...rest] = read(file) as Metadata;
  if (version !== KNOWN_VERSION)
    throw new Error(`The metadata of Pagefind is not that of version ${KNOWN_VERSION}. Adapt src/output/pagefind-files.ts.`);
  const short = pages.map(([hash]) => {
    const record = recordOf.get(hash);
    if (record === undefined) throw new Error(`The metadata of Pagefind has an unknown page ${hash}.`);
    return [recordId(record), rounded(lengths[record]!), ''];
  });
  return write([version, short, ...rest]);
}

/**
 * Numbers the files of the index in its metadata, in place of a hash for each, adds those of `words`, and returns the new name of each. The
 * names share the version of the index, so they compress better: at 1,000 pages the metadata is 4 KB shorter.
 */
export function numberFiles(
  metadata: Uint8Array,
  words: readonly string[],
  version: string,
): { metadata: Uint8Array; names: ReadonlyMap<string, string> } {
  const [known, pages, files, ...rest] = read(metadata) as [string, Cbor, [from: string, to: string, name: string][], ...Cbor[]];
  const all = [...files, ...words.map((word): [string, string, string] => [word, word, word])];
  const names = new Map(all.map(([, , name], at) => [name, `${at.toString(36)}_${version}`]));
  return { metadata: write([known, pages, all.map(([from, to, name]) => [from, to, names.get(name)!]), ...rest]), names };
}

/** Returns the names of the fields in the order of their numbers in the files of the index. */
export const fieldsIn = (metadata: Uint8Array): string[] => (read(metadata) as [...Cbor[], string[]]).at(-1) as string[];

/**
 * Removes from a file of the index what the search does not use. Pagefind ranks a field by whether it contains a word, so only phrases need
 * places there. All words have the same weight. For a common word, the distances between its places are 1: their number remains, for BM25.
 * Only phrases need its places, and they are most of its list, so they are in files of their own (`placedWord`).
 */
export function shortenIndexFile(
  file: Uint8Array,
  common: ReadonlySet<string>,
  fields: readonly string[],
): { short: Uint8Array; places: [word: string, file: Uint8Array][] } {
  const [words] = read(file) as [Word[]];
  const keepsPlaces = (field: number): boolean => PHRASE_FIELDS.has(fields[field]!);
  const short = ([page, marked, inFields]: PageOfWord, isCommon: boolean): Cbor => {
    const places = withoutWeight(marked);
    // The regular lists of common words compress better with the empty ones.
    if (!isCommon && inFields.length === 0) return [page, places];
    return [page, isCommon ? places.map((place) => Math.min(1, place)) : places, shortFields(inFields, (field) => !isCommon && keepsPlaces(field))];
  };
  const made = words.map(([word, pages, variants]): Cbor => [
    word,
    pages.map((page) => short(page, common.has(word))),
    ...(variants.length > 0 ? [variants.map(([form, own]): Cbor => [form, own.map((page) => short(page, common.has(form)))])] : []),
  ]);
  const places = words.flatMap(([word, pages, variants]): [string, Uint8Array][] => {
    const forms = variants.filter(([form]) => common.has(form));
    if (!common.has(word) && forms.length === 0) return [];
    const own = common.has(word) ? placesIn(pages, keepsPlaces) : [];
    const others = forms.map(([form, list]): Cbor => [placedWord(form), placesIn(list, keepsPlaces)]);
    return [[placedWord(word), write([[[placedWord(word), own, others]]])]];
  });
  return { short: write([made]), places };
}

/** Returns the pages with a place of a word in their text or in a field that keeps places. */
function placesIn(pages: readonly PageOfWord[], keepsPlaces: (field: number) => boolean): Cbor {
  const made: Cbor[] = [];
  let skipped = 0;
  for (const [page, marked, inFields] of pages) {
    const places = withoutWeight(marked);
    const kept = onlyFields(inFields, keepsPlaces);
    if (places.length + kept.length > 0) {
      made.push([skipped + page, places, ...(kept.length > 0 ? [kept] : [])]);
      skipped = 0;
    } else skipped += page;
  }
  return made;
}

const withoutWeight = (places: number[]): number[] => (places[0] === WEIGHT ? places.slice(1) : places);

/** Returns the fields that keep their places. */
function onlyFields(inFields: readonly number[], keepsPlaces: (field: number) => boolean): number[] {
  let keeps = false;
  return inFields.filter((number) => {
    if (number < 0) keeps = keepsPlaces(-1 - number);
    return keeps;
  });
}

/** Leaves one place, 0, in each field that does not keep its places. A negative number is the number of the field of the places after it, minus one. */
function shortFields(inFields: readonly number[], keepsPlaces: (field: number) => boolean): number[] {
  const short: number[] = [];
  let keeps = true;
  for (const number of inFields) {
    if (number < 0) {
      keeps = keepsPlaces(-1 - number);
      short.push(number, ...(keeps ? [] : [0]));
    } else if (keeps) short.push(number);
  }
  return short;
}

const rounded = (words: number): number => Math.max(1, Math.round(2 ** (Math.round(Math.log2(words) * STEPS) / STEPS) / UNIT));

/** Returns the text of a file of Pagefind. */
export const readFragment = (file: Uint8Array): string => gunzipSync(file).subarray(SIGNATURE.length).toString();

const read = (file: Uint8Array): Cbor => decode(gunzipSync(file).subarray(SIGNATURE.length));

const write = (value: Cbor): Uint8Array => gzipSync(Buffer.concat([Buffer.from(SIGNATURE), encode(value)]), { level: 9 });
