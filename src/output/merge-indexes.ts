/** Merges indexes of consecutive records into one, and removes data that the search does not use. */
import { PHRASE_FIELDS } from '../search/index-reader.ts';
import { LARGE } from '../search/query-expansion.ts';
import { positionedWord } from '../search/pagefind-words.ts';
import type { Cbor } from './cbor.ts';
import { writeWords, type BuiltIndex, type PageOfWord, type Word, type WordFile } from './pagefind-files.ts';

/** The mark of a weight of 24, which Pagefind writes before the positions of every text. Without the mark, the weight of all words is 25. */
const WEIGHT = -25;

/**
 * Returns files of at least `size` positions each, then the files with the positions of `common` words, and the names of the fields. All words have
 * the same weight. Pagefind ranks a field by whether it contains a word, so positions are kept only in fields for phrases. Of a common word, only the
 * number of positions is kept, for BM25: the distances between them are set to 1. The positions themselves are most of the list of a common word and
 * only phrases need them, so they are in separate files (`positionedWord`). The last records, from the number `unordered` on, are in no phrase.
 * In a large base, they are not in the list of a common word, which a long query hardly loads.
 */
export function mergeIndexes(
  indexes: readonly BuiltIndex[],
  common: ReadonlySet<string>,
  size: number,
  unordered: number,
): { files: WordFile[]; fields: string[] } {
  const fields = [...new Set(indexes.flatMap((index) => index.fields))].sort();
  const keeps: KeepsPositions = { field: (field) => PHRASE_FIELDS.has(fields[field]!), record: (record) => record < unordered };
  const isShort = unordered >= LARGE;
  const files: WordFile[] = [];
  const positioned: WordFile[] = [];
  let [words, first, positions]: [Cbor[], string, number] = [[], '', 0];
  const end = (last: string): void => {
    files.push([first, last, writeWords(words)]);
    [words, positions] = [[], 0];
  };
  let word = '';
  for (const merged of mergedWords(indexes, fields)) {
    word = merged[0];
    if (words.length === 0) first = word;
    words.push(shortened(merged, common, keeps, isShort));
    const own = positionsOf(merged, common, keeps);
    if (own) positioned.push([positionedWord(word), positionedWord(word), writeWords([own])]);
    positions += merged[1].reduce((sum, [, inText, inFields]) => sum + inText.length + inFields.length + 1, 0);
    if (positions >= size) end(word);
  }
  if (words.length > 0) end(word);
  return { files: [...withShortLimits(files), ...positioned], fields };
}

/** Returns the words of all indexes in the order of their bytes, with the pages and fields of each renumbered. */
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

/** The pages of a word. Each number is counted from the page before. */
class Pages {
  list: PageOfWord[] = [];
  #last = 0;

  add(pages: readonly PageOfWord[], { offset, renumber }: { offset: number; renumber: readonly number[] }): this {
    let number = offset;
    for (const [skipped, positions, inFields] of pages) {
      number += skipped;
      this.list.push([number - this.#last, positions, inFields.map((one) => (one < 0 ? -1 - renumber[-1 - one]! : one))]);
      this.#last = number;
    }
    return this;
  }
}

const HIGH = /[\uD800-\uFFFF]/;

/** Whether a word is before another in the order of their bytes in UTF-8, which is that of Pagefind. */
const isBefore = (one: string, other: string): boolean =>
  // Below the surrogates, the order is that of JavaScript, which is faster.
  HIGH.test(one) || HIGH.test(other) ? Buffer.compare(Buffer.from(one), Buffer.from(other)) < 0 : one < other;

/** Shortens the last word of a file and the first of the next one to what distinguishes them. The list of the files is loaded first. */
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

/** Whether a field, and a record, keeps the positions of its words. */
interface KeepsPositions {
  field: (field: number) => boolean;
  record: (record: number) => boolean;
}

/** Returns a word with only the positions that the search uses. */
function shortened([word, pages, variants]: Word, common: ReadonlySet<string>, keeps: KeepsPositions, isShort: boolean): Cbor {
  const short = (list: readonly PageOfWord[], isCommon: boolean): Cbor[] => {
    const made: Cbor[] = [];
    let record = 0;
    for (const [skipped, marked, inFields] of list) {
      record += skipped;
      const isOrdered = keeps.record(record);
      if (isShort && isCommon && !isOrdered) break;
      const positions = withoutWeight(marked);
      const kept = isCommon || !isOrdered ? positions.map((position) => Math.min(1, position)) : positions;
      // Common words keep their empty lists, because regular data compresses better.
      if (!isCommon && inFields.length === 0) made.push([skipped, kept]);
      else made.push([skipped, kept, shortFields(inFields, (field) => !isCommon && keeps.field(field))]);
    }
    return made;
  };
  const forms = variants.map(([form, own]): Cbor => [form, short(own, common.has(form))]);
  return [word, short(pages, common.has(word)), ...(forms.length > 0 ? [forms] : [])];
}

/** Returns the word for the positions of a common word. */
function positionsOf([word, pages, variants]: Word, common: ReadonlySet<string>, keeps: KeepsPositions): Cbor | undefined {
  const forms = variants.filter(([form]) => common.has(form));
  if (!common.has(word) && forms.length === 0) return undefined;
  const own = common.has(word) ? positionsIn(pages, keeps) : [];
  return [positionedWord(word), own, forms.map(([form, list]): Cbor => [positionedWord(form), positionsIn(list, keeps)])];
}

/** Returns the pages with a position of a word in their text or in a field that keeps positions. */
function positionsIn(pages: readonly PageOfWord[], keeps: KeepsPositions): Cbor {
  const made: Cbor[] = [];
  let [record, last] = [0, 0];
  for (const [skipped, marked, inFields] of pages) {
    record += skipped;
    const positions = withoutWeight(marked);
    const kept = onlyFields(inFields, keeps.field);
    if (positions.length + kept.length === 0 || !keeps.record(record)) continue;
    made.push([record - last, positions, ...(kept.length > 0 ? [kept] : [])]);
    last = record;
  }
  return made;
}

const withoutWeight = (positions: number[]): number[] => (positions[0] === WEIGHT ? positions.slice(1) : positions);

/** Returns the fields that keep their positions. */
function onlyFields(inFields: readonly number[], keepsPositions: KeepsPositions['field']): number[] {
  let keeps = false;
  return inFields.filter((number) => {
    if (number < 0) keeps = keepsPositions(-1 - number);
    return keeps;
  });
}

/** Leaves one position, 0, in each field that does not keep its positions. */
function shortFields(inFields: readonly number[], keepsPositions: KeepsPositions['field']): number[] {
  const short: number[] = [];
  let keeps = true;
  for (const number of inFields) {
    if (number < 0) {
      keeps = keepsPositions(-1 - number);
      short.push(number, ...(keeps ? [] : [0]));
    } else if (keeps) short.push(number);
  }
  return short;
}
