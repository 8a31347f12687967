/** Excerpts of the parts of a page. */
import type { Nodes, Parents } from 'mdast';
import { headingId } from '../markdown/heading-ids.ts';
import { NOTES } from '../markdown/footnotes.ts';
import { plainText } from '../markdown/plain-text.ts';
import type { Page } from '../model/page.ts';
import { beginning } from './sentences.ts';

/** The excerpt of a part of a page. */
interface PageExcerpt {
  title: string;
  /** The title of the page. */
  context: string;
  text: string;
}

/** Returns the excerpt of a block, a note, the list of notes, a difference or a section of a page. */
export function pageExcerpt(page: Page, name: string, words: { note: string; notes: string; differs: string }): PageExcerpt {
  const place = { context: page.data.title };
  const note = page.notes.find((one) => `fn-${one.name}` === name);
  if (note) return { ...place, title: `${words.note} ${numberOf(page, note.name)}`, text: note.text };
  if (name === NOTES)
    return { ...place, title: words.notes, text: page.notes.map(({ name: one, text }) => `${words.note} ${numberOf(page, one)}: ${text}`).join(' ') };
  const aside = page.components.find(({ attributes }) => attributes.id === name);
  if (aside) {
    const points = aside.attributes.points;
    return {
      ...place,
      title: points ? `${words.differs}: ${points}` : words.differs,
      text: aside.paragraphs.map((said) => beginning(said, 0)).join(' '),
    };
  }
  const block = page.blocks.find(({ id }) => id === name);
  if (block) {
    const { title = page.data.title } = page.sections.find(({ id }) => id === block.section) ?? {};
    return { ...place, title, text: block.text || page.data.summary };
  }
  const section = page.sections.find(({ id }) => id === name);
  return { ...place, title: section?.title ?? page.data.title, text: textOf(page, name) || page.data.summary };
}

/** Returns the number of a note. Notes are numbered in the order of their first references. */
function numberOf(page: Page, name: string): number {
  const order = [...new Set(page.references.map((reference) => reference.name.toLowerCase()))];
  return order.indexOf(name.toLowerCase()) + 1;
}

/**
 * Returns the text of a section, without the text in components; for a section without text of its own, that of its first subsection. If the text is
 * in components only, returns the last paragraph, which is the statement of the sources.
 */
function textOf({ tree }: Page, name: string): string {
  const nodes = tree?.children ?? [];
  const start = nodes.findIndex((node) => node.type === 'heading' && headingId(node) === name);
  const heading = nodes[start];
  const own: string[] = [];
  const aside: string[] = [];
  for (const node of nodes.slice(start + 1)) {
    if (node.type === 'heading' && (own.length + aside.length > 0 || (heading?.type === 'heading' && node.depth <= heading.depth))) break;
    if (node.type === 'mdxJsxFlowElement' && /^\p{Lu}/u.test(node.name ?? '')) aside.push(...node.children.flatMap(saidIn));
    else own.push(...saidIn(node));
  }
  return (own.length ? own : aside.slice(-1)).map((text) => (/[\p{L}\d%]$/u.test(text) ? `${text}.` : text)).join(' ');
}

/** Lists the paragraphs in a node, without tables, code and components. */
function saidIn(node: Nodes): string[] {
  if (node.type === 'mdxJsxFlowElement')
    return node.children.some((child) => child.type === 'paragraph') ? node.children.flatMap(saidIn) : [plainText(node)].filter(Boolean);
  if (node.type === 'paragraph') return [plainText(node)].filter(Boolean);
  return node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote' ? (node as Parents).children.flatMap(saidIn) : [];
}
