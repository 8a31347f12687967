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
  text: string;
  at: Point;
  /** Whether the number is written in the text. */
  marked: boolean;
}

/** A point of the text, with the section it stands in. */
export interface Placed {
  section: string;
  at: Point;
}

export interface Link extends Placed {
  href: string;
}

export interface Citation extends Placed, CitationItem {}

export interface Note {
  name: string;
  text: string;
  at: Point;
}

export interface Component extends Placed {
  name: string;
  attributes: Record<string, string>;
  paragraphs: string[];
}

export interface Diagram extends Placed {
  source: string;
  /** Whether a list or a table follows, which says the same in words. */
  inWords: boolean;
}

/** A page as its file says it, before anything is looked up elsewhere. */
export interface Page {
  kind: PageEntry['kind'];
  id: string;
  /** The language of the text. */
  lang: string;
  file: string;
  data: PageData;
  failed: readonly Path[] | undefined;
  /** The file or its MDX could not be read: its sections are not known. */
  broken: boolean;
  /** The tree, or undefined when the MDX is broken. */
  tree: Root | undefined;
  error: { reason: string; at: Point } | undefined;
  headings: { title: string; id: string | undefined; depth: number; at: Point }[];
  sections: Section[];
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
  /** Text runs in which a bracket was left over: a note, citation or link that was not understood. */
  unparsed: (Placed & { text: string })[];
}
