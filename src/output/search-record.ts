export interface SearchPage {
  /** The path below the language. */
  path: string;
  lang: string;
  /** Whether every language has the page under its own URL. */
  shared: boolean;
  title: string;
  kind: string;
  certainty?: string;
  jurisdiction?: string;
  records: SearchRecord[];
}

export interface SearchRecord {
  /** The fragment of its URL; empty for the page. */
  id: string;
  kind: string;
  title: string;
  /** Other names of the record and of its subject. */
  names: string[];
  /** Names of its page. */
  context: string[];
  /** Questions of readers that it answers, in other words than its own. */
  asked?: readonly string[];
  /** Labels of the cited works. */
  cited: string[];
  blocks: { id: string; text: string }[];
}
