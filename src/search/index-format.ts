/** The format of the files beside Pagefind's index, in `search-index/`. The build writes them, the browser reads them. */

/** `index.json`, the first file that is loaded. All others are in the folder that it names, which changes with their content. */
export interface Manifest {
  folder: string;
  /** The number of records of each page, and which of `facets` it has. */
  pages: [records: number, facets: number][];
  facets: FacetValues[];
  /** The kinds, and a letter for the kind of each record (`a` is the first). */
  kinds: string[];
  kindOf: string;
  /** The names that the content gives to values of facets: by facet, value and language. */
  names: Record<string, Record<string, Record<string, string>>>;
  /** The languages of the base and those that its texts quote. */
  languages: string[];
  /** Names of one thing, in all languages, as keys (`phraseKey`). */
  synonyms: string[][];
  /** The names of the files of known words. */
  words: string[];
}

export type FacetValues = [lang: string, certainty: string, jurisdiction: string];

/** The text of a record with what a result shows of its page, in a file of its own: `t<number of the record>.json`. */
export interface RecordText {
  /** The address of the page, under its language. */
  path: string;
  /** Whether every language has this page under its own address. */
  shared?: true;
  /** The title of the page. */
  page: string;
  /** The fragment of the record's address, empty for the page itself. */
  id: string;
  title: string;
  /** Each with the fragment of its own address, empty where it has none. */
  blocks: [id: string, text: string][];
}
