/** Reads the index: records from Pagefind, and the files of `search-index/`, each at most once. */
import { recordOf, type FacetValues, type Manifest, type RecordText } from './index-format.ts';
import { positionedWord, wholeWord, wordPrefix } from './pagefind-words.ts';

/** A record that contains a word, with Pagefind's score. */
export interface Hit {
  record: number;
  score: number;
  /** Whether the text, the title or the names contain the word. The other fields do not keep the order of words. */
  inOrder: boolean;
}

/**
 * The part of Pagefind's API that is used (https://pagefind.app/docs/api/). The id of a result is that of its record (`recordId`);
 * `words` are the positions of the words in its text, and `matchedMetaFields` the fields that contain them.
 */
export interface Pagefind {
  search(query: string): Promise<{ results: { id: string; score: number; words: number[]; matchedMetaFields?: string[] }[] }>;
}

/** Loads a text file of the search by its path. Rejects if it is not available. */
export type Load = (path: string) => Promise<string>;

/** Fields that keep the order of their words (`output/pagefind-record.ts`). */
export const PHRASE_FIELDS = new Set(['title', 'names']);

export class IndexReader {
  readonly #texts = new Map<number, Promise<RecordText>>();
  readonly #words = new Map<string, Promise<Map<string, string>>>();
  readonly #hits = new Map<string, Promise<Hit[]>>();
  readonly #pagefind: Pagefind;
  readonly #load: Load;
  readonly manifest: Manifest;
  /** The page of each record: first of those with a result, then of those with the questions of a page. */
  readonly pageOf: readonly number[];

  private constructor(manifest: Manifest, pagefind: Pagefind, load: Load) {
    this.manifest = manifest;
    this.#pagefind = pagefind;
    this.#load = load;
    const pages = manifest.pages.flatMap(([count], page) => Array.from({ length: count }, () => page));
    this.pageOf = [...pages, ...Array.from({ length: manifest.questions }, (_, page) => page)];
  }

  static async open(pagefind: Pagefind, load: Load): Promise<IndexReader> {
    return new IndexReader(JSON.parse(await load('index.json')) as Manifest, pagefind, load);
  }

  /** The number of records. */
  get size(): number {
    return this.pageOf.length;
  }

  /** Whether a record has the questions of a page. It is no result. */
  isOfQuestions(record: number): boolean {
    return record >= this.size - this.manifest.questions;
  }

  kindOf(record: number): string {
    return this.manifest.kinds[this.manifest.kindOf.charCodeAt(record) - 97] ?? '';
  }

  /** Returns the kind of the first record of the page. */
  pageKindOf(record: number): string {
    return this.kindOf(this.pageOf.indexOf(this.pageOf[record]!));
  }

  facetValuesOf(record: number): FacetValues {
    return this.manifest.facets[this.manifest.pages[this.pageOf[record]!]![1]]!;
  }

  /** Returns the records that contain a term. */
  hits = (term: string): Promise<Hit[]> => this.#search(wholeWord(term));

  /** Returns the records that contain a term with a prefix. */
  prefixHits = (prefix: string): Promise<Hit[]> => this.#search(wordPrefix(prefix));

  /** Returns the records of results whose text, title or names contain the terms as a phrase. */
  async phraseHolders(terms: readonly string[]): Promise<Set<number>> {
    const words = terms.map(wholeWord).map((word) => (this.manifest.common.includes(word) ? positionedWord(word) : word));
    const hits = await this.#search(`"${words.join(' ')}"`);
    return new Set(hits.flatMap(({ record, inOrder }) => (inOrder && !this.isOfQuestions(record) ? [record] : [])));
  }

  #search = (query: string): Promise<Hit[]> =>
    once(this.#hits, query, async () => {
      const { results } = await this.#pagefind.search(query);
      return results.map(({ id, score, words, matchedMetaFields = [] }) => {
        const inOrder = words.length > 0 || matchedMetaFields.some((field) => PHRASE_FIELDS.has(field));
        return { record: recordOf(id), score, inOrder };
      });
    });

  /** Returns the words of dictionary files (`edit-distance.ts`), each with its frequency from 1 to 9. */
  async words(buckets: readonly string[]): Promise<Map<string, string>> {
    const existing = [...new Set(buckets)].filter((bucket) => this.manifest.words.includes(bucket));
    const read = async (bucket: string) => parseWords(await this.#load(`${this.manifest.folder}/w${bucket}.txt`));
    const tables = await Promise.all(existing.map((bucket) => once(this.#words, bucket, () => read(bucket))));
    return new Map(tables.flatMap((table) => [...table]));
  }

  /** Whether the text of a record is loaded or loading. */
  isTextLoaded(record: number): boolean {
    return this.#texts.has(record);
  }

  text(record: number): Promise<RecordText> {
    return once(this.#texts, record, async () => JSON.parse(await this.#load(`${this.manifest.folder}/t${record}.json`)) as RecordText);
  }
}

/** Parses lines of a word and a digit. */
const parseWords = (text: string): Map<string, string> => new Map(text.split('\n').map((line) => [line.slice(0, -1), line.slice(-1)]));

/** Caches the result of `read`. A failure is not cached. */
function once<K, V>(cache: Map<K, Promise<V>>, key: K, read: () => Promise<V>): Promise<V> {
  let value = cache.get(key);
  if (!value) {
    value = read();
    cache.set(key, value);
    value.catch(() => cache.delete(key));
  }
  return value;
}

/** Returns the synonyms of a name by its key, the most common first. */
export function synonymsOf(reader: IndexReader, name: string): string[] {
  return reader.manifest.synonyms.flatMap((group) => (group.includes(name) ? group.filter((other) => other !== name) : []));
}
