/** What the files of the search hold. The build writes them, the browser reads them. */

/** `index.json`: what is read first. Everything else lies in the folder that it names, which changes with the content. */
export interface Entry {
  folder: string;
  /** The beginning from which each file of terms holds them. */
  terms: string[];
  /** How many records each file of texts holds. */
  texts: number[];
  /** How many records each page holds, and which of `traits` it has. */
  pages: [records: number, traits: number][];
  traits: Traits[];
  /** The kinds, and a sign a record that tells its kind (`a` the first). */
  kinds: string[];
  kindOf: string;
  /** A sign a record that tells how long it is. */
  lengths: string;
  /** A sign a record that tells how many words its title holds (`a` none). */
  titles: string;
  /** Names of one thing, in all languages: the keys of their words, joined by spaces. */
  names: string[][];
  /** Names of the files of known words. */
  words: string[];
}

export type Traits = [lang: string, certainty: string, jurisdiction: string];

/** A page, with those of its records that stand in one file of texts. */
export interface TextPage {
  page: number;
  /** Under its language. */
  path: string;
  lang: string;
  /** Whether the readers of every language have it under their own address. */
  shared?: true;
  title: string;
  kind: string;
  records: TextRecord[];
}

export interface TextRecord {
  record: number;
  /** The fragment of its address, empty for the page itself. */
  id: string;
  title: string;
  /** Each with the fragment of its own address, empty where it has none. */
  blocks: [id: string, text: string][];
}

/** Lengths are kept as 0 to 25, a third more each. */
export const lengthSign = (words: number): string => String.fromCharCode(97 + Math.min(25, Math.round(Math.log(words + 1) * 3)));
export const lengthOf = (sign: number): number => Math.exp((sign - 97) / 3) - 1;
