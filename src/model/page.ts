import type { Root } from 'mdast';
import type { CitationItem } from '../markdown/citations.ts';
import type { PageData } from '../schema/page.ts';
import type { PageEntry, Path } from './entry.ts';
import type { Point } from '../markdown/source-position.ts';

export interface Section {
  id: string;
  title: string;
  depth: number;
  at: Point;
}

export interface Block {
  /** `<section>.<n>` */
  id: string;
  section: string;
  /** The type of its node. */
  type: string;
  text: string;
  at: Point;
  /** Whether the text contains the id. */
  marked: boolean;
}

/** A point of the text and its section. */
export interface Placed {
  section: string;
  at: Point;
}

export interface Link extends Placed {
  href: string;
  /** Whether the link has words to click; undefined for a definition. */
  hasWords?: boolean;
}

export interface Citation extends Placed, CitationItem {}

export interface Note {
  name: string;
  text: string;
  /** Whether it shows nothing, not even a citation or an image. */
  isEmpty: boolean;
  at: Point;
}

export interface Component extends Placed {
  name: string;
  attributes: Record<string, string>;
  paragraphs: string[];
}

export interface Diagram extends Placed {
  source: string;
  /** Whether a list or a table follows, as the text alternative. */
  inWords: boolean;
}

/** A parsed page, before references to other files are resolved. */
export interface Page {
  kind: PageEntry['kind'];
  id: string;
  /** The language of the text. */
  lang: string;
  file: string;
  data: PageData;
  failed: readonly Path[] | undefined;
  /** Whether the file or its MDX could not be parsed. Then its sections are unknown. */
  broken: boolean;
  /** The mdast tree, without positions; undefined for broken MDX, and if there is HTML. */
  tree: Root | undefined;
  /** The HTML of a page without components, with references to other pages (`views/render-references.ts`). */
  html?: string;
  /** Its Markdown version, with references to other pages (`markdown/markdown-template.ts`). */
  markdown: string;
  error: { reason: string; hint: string; at: Point } | undefined;
  headings: { title: string; id: string | undefined; depth: number; at: Point }[];
  sections: Section[];
  /** The text of each section by its id, and under an empty id that before the first heading. */
  excerpts: Record<string, string>;
  blocks: Block[];
  links: Link[];
  citations: Citation[];
  notes: Note[];
  references: (Placed & { name: string })[];
  images: (Placed & { url: string; alt: string })[];
  components: Component[];
  diagrams: Diagram[];
  /** Expressions, imports and attributes that are code. */
  code: (Placed & { text: string })[];
  /** `[#…]` that is not at the end of a block. */
  strayIds: (Placed & { text: string })[];
  /** Brackets that look like a note, a citation or a link but were not parsed as one. */
  unparsed: (Placed & { text: string })[];
  /** The syntax of other Markdown dialects. */
  foreign: (Placed & { text: string; hint: string })[];
  /** Rows with more cells than the table has columns. */
  wideRows: (Placed & { cells: number; columns: number })[];
  /** Elements where HTML does not allow them. */
  misplaced: (Placed & { reason: string; hint: string })[];
  /** References of footnotes inside links. */
  notesInLinks: (Placed & { name: string })[];
  /** The name of an invisible character that a character reference encodes. */
  encoded: string | undefined;
  /** Whether nothing of the body is rendered. */
  isEmpty: boolean;
  /** The point at which the body begins. */
  start: Point;
  /** The length of the body in characters. */
  size: number;
}
