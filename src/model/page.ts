import type { Heading, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { toString } from 'mdast-util-to-string';
import { EXIT, visit } from 'unist-util-visit';
import type { VFileMessage } from 'vfile-message';
import { INTRO, blockId, blocksOf } from '../markdown/block-ids.ts';
import type { CitationItem } from '../markdown/citations.ts';
import { headingId } from '../markdown/heading-ids.ts';
import { parseBody } from '../markdown/parser.ts';
import type { PageData } from '../schema/page.ts';
import type { PageEntry } from './entry.ts';
import type { Place } from './problem.ts';

type Point = { line: number; column: number };

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
}

/** A link, citation, note or component, with the section it stands in. */
interface Placed {
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
}

/** A page as its file says it, before anything is looked up elsewhere. */
export interface Page {
  kind: PageEntry['kind'];
  id: string;
  /** The language of the text. */
  lang: string;
  file: string;
  data: PageData;
  /** The tree, or undefined when the MDX is broken. */
  tree: Root | undefined;
  fault: { reason: string; at: Place } | undefined;
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
  /** Text runs in which a bracket was left over: a note or citation that was not understood. */
  leftovers: (Placed & { text: string })[];
}

/** Parse a page to its facts. Never throws: broken MDX becomes `fault`. */
export function parsePage(entry: PageEntry): Page {
  const page: Page = {
    kind: entry.kind, id: entry.id, lang: entry.lang, file: entry.file, data: entry.data,
    tree: undefined, fault: undefined, headings: [], sections: [], blocks: [], links: [], citations: [],
    notes: [], references: [], images: [], components: [], diagrams: [], leftovers: [],
  };
  const shift = (point: Point): Point => ({ line: point.line + entry.bodyLine - 1, column: point.column });
  try {
    page.tree = parseBody(entry.body, entry.file);
  } catch (error) {
    const { reason, line, column } = error as VFileMessage;
    page.fault = { reason: reason ?? String(error), at: shift({ line: line ?? 1, column: column ?? 1 }) };
    return page;
  }
  collect(page, page.tree, shift);
  return page;
}

/** Walk the tree once, in reading order, and note every fact with the section it stands in. */
function collect(page: Page, tree: Root, shift: (point: Point) => Point): void {
  let section = INTRO;
  visit(tree, (node) => {
    const at = shift(node.position?.start ?? { line: 1, column: 1 });
    const placed = { section, at };
    switch (node.type) {
      case 'heading': {
        const heading = node as Heading;
        const id = headingId(heading);
        const title = toString(heading).trim();
        page.headings.push({ title, id, depth: heading.depth, at });
        if (id) {
          page.sections.push({ id, title, depth: heading.depth, at });
          section = id;
        }
        break;
      }
      case 'link': page.links.push({ ...placed, href: node.url }); break;
      case 'definition': page.links.push({ ...placed, href: node.url }); break;
      case 'citation': for (const item of node.items) page.citations.push({ ...placed, ...item }); break;
      case 'image': page.images.push({ ...placed, url: node.url, alt: node.alt ?? '' }); break;
      case 'code': if (node.lang === 'mermaid') page.diagrams.push({ ...placed, source: node.value }); break;
      case 'footnoteReference': page.references.push({ ...placed, name: node.label ?? node.identifier }); break;
      case 'footnoteDefinition': page.notes.push({ name: node.label ?? node.identifier, text: toString(node).trim(), at }); break;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement': page.components.push({ ...placed, ...component(node) }); break;
      case 'text':
        for (const match of node.value.matchAll(/\[[@^][^\]]*\]?/g)) page.leftovers.push({ ...placed, text: match[0] });
        break;
    }
  });
  page.blocks = blocksOf(tree).map(({ section: owner, node }) => ({ id: blockId(node)!, section: owner, text: toString(node).trim() }));
}

function component(node: MdxJsxFlowElement | MdxJsxTextElement): Pick<Component, 'name' | 'attributes' | 'paragraphs'> {
  const attributes: Record<string, string> = {};
  for (const attribute of node.attributes) {
    if (attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string') attributes[attribute.name] = attribute.value;
  }
  const paragraphs = node.children.filter(({ type }) => type === 'paragraph').map((child) => toString(child).trim());
  return { name: node.name ?? '', attributes, paragraphs };
}

/** Give the opening paragraph of a page as plain text, or its summary when it begins with something else. */
export function openingOf(page: Page): string {
  let opening = page.data.summary;
  if (page.tree) {
    visit(page.tree, 'paragraph', (node) => {
      opening = toString(node).trim();
      return EXIT;
    });
  }
  return opening;
}
