/** Merges indexes of consecutive records into one, and removes what the search does not use. */
import { PHRASE_FIELDS } from '../search/index-reader.ts';
import { placedWord } from '../search/pagefind-words.ts';
import type { Cbor } from './cbor.ts';
import { writeWords, type BuiltIndex, type PageOfWord, type Word, type WordFile } from './pagefind-files.ts';

/** The weight with which Pagefind marks the places of every text. Without a mark it is 25 instead of 24, for all words. */
const WEIGHT = -25;

/**
 * Returns files of at least `size` places each, then those with the places of `common` words, and the names of the fields. Pagefind ranks a
 * field by whether it contains a word, so only phrases need places there. All words have the same weight. For a common word, the distances
 * between its places are 1: their number remains, for BM25. Only phrases need its places, and they are most of its list, so they are in files
 * of their own (`placedWord`).
 */
export function mergeIndexes(indexes: readonly BuiltIndex[], common: ReadonlySet<string>, size: number): { files: WordFile[]; fields: string[] } {
  const fields = [...new Set(indexes.flatMap((index) => index.fields))].sort();
  const keepsPlaces = (field: number): boolean => PHRASE_FIELDS.has(fields[field]!);
  const files: WordFile[] = [];
  const placed: WordFile[] = [];
  let [words, first, places]: [Cbor[], string, number] = [[], '', 0];
  const end = (last: string): void => {
    files.push([first, last, writeWords(words)]);
    [words, places] = [[], 0];
  };
  let word = '';
  for (const merged of mergedWords(indexes, fields)) {
    word = merged[0];
    if (words.length === 0) first = word;
    words.push(shortened(merged, common, keepsPlaces));
    const own = placesOf(merged, common, keepsPlaces);
    if (own) placed.push([placedWord(word), placedWord(word), writeWords([own])]);
    places += merged[1].reduce((sum, [, inText, inFields]) => sum + inText.length + inFields.length + 1, 0);
    if (places >= size) end(word);
  }
  if (words.length > 0) end(word);
  return { files: [...withShortLimits(files), ...placed], fields };
}

/** Returns the words of all indexes in the order of their bytes, with the pages and fields numbered through. */
function* mergedWords(indexes: readonly BuiltIndex[], fields: readonly string[]): Generator<Word> {
  let offset = 0;
  const heads = indexes.map(({ words, pages, fields: own }) => {
    const renumber = own.map((field) => fields.indexOf(field));
    const head = { words: words[Symbol.iterator](), offset, renumber, word: undefined as Word | undefined };
    offset += pages;
    head.word = head.words.next().value;
    return head;
  });
  for (;;) {
    const word = heads.reduce<string | undefined>(
      (least, { word: next }) => (next && (least === undefined || isBefore(next[0], least)) ? next[0] : least),
      undefined,
    );
    if (word === undefined) return;
    const pages = new Pages();
    const variants = new Map<string, Pages>();
    for (const head of heads) {
      if (head.word?.[0] !== word) continue;
      const [, own, forms] = head.word;
      pages.add(own, head);
      for (const [form, list] of forms) variants.set(form, (variants.get(form) ?? new Pages()).add(list, head));
      head.word = head.words.next().value;
    }
    yield [word, pages.list, [...variants].map(([form, { list }]): [string, PageOfWord[]] => [form, list])];
  }
}

/** The pages of a word, of which each number is counted from the one before. */
class Pages {
  list: PageOfWord[] = [];
  #last = 0;

  add(pages: readonly PageOfWord[], { offset, renumber }: { offset: number; renumber: readonly number[] }): this {
    let number = offset;
    for (const [skipped, places, inFields] of pages) {
      number += skipped;
      this.list.push([number - this.#last, places, inFields.map((one) => (one < 0 ? -1 - renumber[-1 - one]! : one))]);
      this.#last = number;
    }
    return this;
  }
}

/** Whether a word is before another in the order of their bytes in UTF-8, which is that of Pagefind. */
const isBefore = (one: string, other: string): boolean => Buffer.compare(Buffer.from(one), Buffer.from(other)) < 0;

/** Shortens the limits of neighbouring files to what tells them apart. The list of the files is loaded before the first answer. */
function withShortLimits(files: readonly WordFile[]): WordFile[] {
  const short = files.map((file): WordFile => [...file]);
  for (const [at, next] of short.entries()) {
    const before = short[at - 1];
    if (!before) continue;
    const [last, first] = [[...before[1]], [...next[0]]];
    const same = first.findIndex((character, index) => character !== last[index]);
    const shortLast = last.slice(0, same + 1).join('');
    if (!isBefore(shortLast, before[0])) before[1] = shortLast;
    next[0] = first.slice(0, same + 1).join('');
  }
  return short;
}

type KeepsPlaces = (field: number) => boolean;

/** Returns a word without what the search does not use. */
function shortened([word, pages, variants]: Word, common: ReadonlySet<string>, keepsPlaces: KeepsPlaces): Cbor {
  const short = ([page, marked, inFields]: PageOfWord, isCommon: boolean): Cbor => {
    const places = withoutWeight(marked);
    // The regular lists of common words compress better with the empty ones.
    if (!isCommon && inFields.length === 0) return [page, places];
    return [page, isCommon ? places.map((place) => Math.min(1, place)) : places, shortFields(inFields, (field) => !isCommon && keepsPlaces(field))];
  };
  const forms = variants.map(([form, own]): Cbor => [form, own.map((page) => short(page, common.has(form)))]);
  return [word, pages.map((page) => short(page, common.has(word))), ...(forms.length > 0 ? [forms] : [])];
}

/** Returns the word for the places of a common word. */
function placesOf([word, pages, variants]: Word, common: ReadonlySet<string>, keepsPlaces: KeepsPlaces): Cbor | undefined {
  const forms = variants.filter(([form]) => common.has(form));
  if (!common.has(word) && forms.length === 0) return undefined;
  const own = common.has(word) ? placesIn(pages, keepsPlaces) : [];
  return [placedWord(word), own, forms.map(([form, list]): Cbor => [placedWord(form), placesIn(list, keepsPlaces)])];
}

/** Returns the pages with a place of a word in their text or in a field that keeps places. */
function placesIn(pages: readonly PageOfWord[], keepsPlaces: KeepsPlaces): Cbor {
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
function onlyFields(inFields: readonly number[], keepsPlaces: KeepsPlaces): number[] {
  let keeps = false;
  return inFields.filter((number) => {
    if (number < 0) keeps = keepsPlaces(-1 - number);
    return keeps;
  });
}

/** Leaves one place, 0, in each field that does not keep its places. */
function shortFields(inFields: readonly number[], keepsPlaces: KeepsPlaces): number[] {
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
