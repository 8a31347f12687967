/** The format of the files in `search-index/`. The build writes them, the browser reads them. */

/** `index.json`, the first file to load. All others are in `folder`, whose name changes with their content. */
export interface Manifest {
  folder: string;
  /** The number of records of each page, and the index of its values in `facets`. */
  pages: [records: number, facets: number][];
  facets: FacetValues[];
  /** The kinds, and a letter for the kind of each record (`a` is the first kind). */
  kinds: string[];
  kindOf: string;
  /** The language of the texts in the index. */
  language: string;
  /** Names of facet values, by facet, value and language. */
  names: Record<string, Record<string, Record<string, string>>>;
  /** The languages of the site and the quoted languages. */
  languages: string[];
  /** Groups of synonyms in all languages, as keys (`phraseKey`). */
  synonyms: string[][];
  /** Words of Pagefind (`wholeWord`) that many records contain, the rarest first. */
  common: string[];
  /** The number of the records after those of the results: one for each page, with the questions that it answers, or none. */
  questions: number;
  /** The names of the dictionary files. */
  words: string[];
}

export type FacetValues = [lang: string, certainty: string, jurisdiction: string];

/** The text of a record and the data of its page for a result, in a file of its own: `t<number of the record>.json`. */
export interface RecordText {
  /** The path of the page below the language. */
  path: string;
  /** Whether the page has a URL in every language. */
  shared?: true;
  /** The title of the page. */
  page: string;
  /** The fragment of the URL of the record; empty for the page. */
  id: string;
  title: string;
  /** The text of each block with its fragment; empty without one. */
  blocks: [id: string, text: string][];
}

/** The id of a record in the index: its number in base 36, the lowest digit first, because then the ids compress best. */
export const recordId = (record: number): string => [...record.toString(36).padStart(3, '0')].toReversed().join('');

/** Returns the number of a record by its id. */
export const recordOf = (id: string): number => [...id].reduceRight((number, digit) => number * 36 + Number.parseInt(digit, 36), 0);
