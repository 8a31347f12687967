export interface SearchPage {
  /** The path below the language. */
  path: string;
  lang: string;
  /** Whether the page has a URL in every language. */
  shared: boolean;
  title: string;
  kind: string;
  certainty?: string;
  jurisdiction?: string;
  records: SearchRecord[];
}

export interface SearchRecord {
  /** The fragment of the URL of the record; empty for the whole page. */
  id: string;
  kind: string;
  title: string;
  /** Other names of the record and of its subject. */
  names: string[];
  /** Names of the page that contains the record. */
  context: string[];
  /** Questions of readers that the record answers. */
  asked?: readonly string[];
  /** Labels of the cited works. */
  cited: string[];
  blocks: { id: string; text: string }[];
}
