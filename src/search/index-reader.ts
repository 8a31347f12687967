/** Reads the files of the search, each at most once. */
import { readPostings, readTable, type Posting } from './postings.ts';
import { lengthOf, type Entry, type TextPage, type Traits } from './shapes.ts';

/** Gives the text of a file of the search by its path. Rejects when it cannot be had. */
export type Load = (path: string) => Promise<string>;

export class IndexReader {
  readonly entry: Entry;
  readonly #load: Load;
  readonly #tables = new Map<string, Promise<Map<string, string>>>();
  readonly #texts = new Map<number, Promise<TextPage[]>>();
  readonly #postings = new Map<string, Posting[]>();
  /** Record to page, and record to its length in words. */
  readonly pageOf: number[] = [];
  readonly lengths: number[];
  readonly averageLength: number;

  private constructor(entry: Entry, load: Load) {
    this.entry = entry;
    this.#load = load;
    for (const [page, [records]] of entry.pages.entries()) for (let at = 0; at < records; at += 1) this.pageOf.push(page);
    this.lengths = [...entry.lengths].map((sign) => lengthOf(sign.charCodeAt(0)));
    this.averageLength = this.lengths.reduce((sum, length) => sum + length, 1) / (this.lengths.length || 1);
  }

  /** Read what is needed first. */
  static async open(load: Load): Promise<IndexReader> {
    return new IndexReader(JSON.parse(await load('index.json')) as Entry, load);
  }

  get size(): number {
    return this.lengths.length;
  }

  kindOf(record: number): string {
    return this.entry.kinds[this.entry.kindOf.charCodeAt(record) - 97] ?? '';
  }

  /** Tell how many words the title of a record holds. */
  titleOf(record: number): number {
    return this.entry.titles.charCodeAt(record) - 97;
  }

  traitsOf(record: number): Traits {
    return this.entry.traits[this.entry.pages[this.pageOf[record]!]![1]]!;
  }

  /** Find the records in which a term stands. */
  async postings(key: string): Promise<Posting[]> {
    const known = this.#postings.get(key);
    if (known) return known;
    const written = (await this.#terms(this.#fileOf(key))).get(key);
    const postings = written === undefined ? [] : readPostings(written);
    this.#postings.set(key, postings);
    return postings;
  }

  /** List the terms that begin so, the shortest first. */
  async completions(beginning: string, most: number): Promise<string[]> {
    const first = this.#fileOf(beginning);
    const last = Math.min(this.#fileOf(`${beginning}\uFFFF`), first + 2);
    const tables = await Promise.all(Array.from({ length: last - first + 1 }, (_, at) => this.#terms(first + at)));
    const keys = tables.flatMap((table) => [...table.keys()].filter((key) => key.startsWith(beginning) && key !== beginning && !/[ =]/.test(key)));
    return keys.sort((a, b) => a.length - b.length).slice(0, most);
  }

  /** Give known words of some shelves (`likeness.ts`), each with how often it stands. */
  async words(shelves: readonly string[]): Promise<Map<string, string>> {
    const there = [...new Set(shelves)].filter((shelf) => this.entry.words.includes(shelf));
    const tables = await Promise.all(there.map((shelf) => this.#table(`w${shelf}`)));
    return new Map(tables.flatMap((table) => [...table]));
  }

  /** Tell whether the text of a record was asked for before. */
  isAtHand(record: number): boolean {
    return this.#texts.has(this.#textOf(record));
  }

  /** Give the page and the text of a record. */
  async text(record: number): Promise<{ page: TextPage; at: number }> {
    const file = this.#textOf(record);
    const pages = await this.#once(this.#texts, file, async () => JSON.parse(await this.#read(`p${file}.txt`)) as TextPage[]);
    const page = pages.find(({ records }) => records.some((one) => one.record === record))!;
    return { page, at: page.records.findIndex((one) => one.record === record) };
  }

  #textOf(record: number): number {
    const { texts } = this.entry;
    let file = 0;
    for (let first = 0; file < texts.length - 1 && first + texts[file]! <= record; file += 1) first += texts[file]!;
    return file;
  }

  /** Find the file in which a term would stand. */
  #fileOf(key: string): number {
    const { terms } = this.entry;
    let low = 0;
    let high = terms.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (terms[middle]! <= key) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #terms = (file: number): Promise<Map<string, string>> => this.#table(`t${file}`);

  #table = (name: string): Promise<Map<string, string>> => this.#once(this.#tables, name, async () => readTable(await this.#read(`${name}.txt`)));

  #read = (name: string): Promise<string> => this.#load(`${this.entry.folder}/${name}`);

  /** What failed is tried again the next time. */
  #once<K, V>(known: Map<K, Promise<V>>, key: K, read: () => Promise<V>): Promise<V> {
    let value = known.get(key);
    if (!value) {
      value = read();
      known.set(key, value);
      value.catch(() => known.delete(key));
    }
    return value;
  }
}
