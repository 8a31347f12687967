export interface SearchPage {
  /** Under its language. */
  path: string;
  lang: string;
  /** Whether the readers of every language have it under their own address. */
  shared: boolean;
  title: string;
  kind: string;
  certainty?: string;
  jurisdiction?: string;
  records: SearchRecord[];
}

export interface SearchRecord {
  /** The fragment of its address, empty for the page itself. */
  id: string;
  kind: string;
  title: string;
  /** Other names of it, and of what it is about. */
  names: string[];
  /** Names of the page around it. */
  context: string[];
  /** Labels of the works that it cites. */
  cited: string[];
  blocks: { id: string; text: string }[];
}
