/** Block ids: which blocks have one, and how an id is parsed. One file, so that all code agrees on what a block is. */
import type { Data, Heading, ListItem, Paragraph, Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import type { VFile } from 'vfile';
import { headingId } from './heading-ids.ts';
import { plainText } from './plain-text.ts';

/** The id of the section before the first heading. */
export const INTRO = 'intro';

export type BlockNode = RootContent | ListItem;

/** A block of a page with the id that `blockIds` set. */
export interface PlacedBlock {
  node: BlockNode;
  /** The section that the block is in. */
  section: string;
  /** `<section>.<n>`: the fragment of its address. */
  id: string;
  /** Whether the text contains the id. */
  marked: boolean;
}

/** `[#2]` at the end of a block, or `[#definition.2]` if the block has moved out of the section that numbered it. A longer number is a typo. */
const MARK = /(?:^|\s+)\[#((?:[a-z0-9]+(?:-[a-z0-9]+)*\.)?[1-9]\d{0,5})\]\s*$/;

const ADDRESSED = new Set(['paragraph', 'table', 'blockquote', 'code', 'diagram']);

/** HTML elements whose content consists of blocks. */
const CONTAINERS = new Set(['details', 'div']);

/** HTML elements that are blocks. */
const ELEMENTS = new Set(['summary', 'figure', 'dl', 'ul', 'ol', 'p']);

/** HTML elements whose content is words. */
const WORDS = new Set(['summary', 'p']);

/** Whether a node is an HTML element of one of these names. */
const isElement = (node: BlockNode, names: ReadonlySet<string>): node is MdxJsxFlowElement =>
  node.type === 'mdxJsxFlowElement' && names.has(node.name ?? '');

/** Whether the content of an HTML element is words, so that an id can be at their end. */
export const isOfWords = (node: BlockNode): boolean => isElement(node, WORDS);

const isAddressed = (node: BlockNode): boolean => ADDRESSED.has(node.type) || isElement(node, ELEMENTS);

declare module 'mdast' {
  interface Data {
    /** The block has no id in the text; it gets the next free number of the page. */
    unmarked?: boolean;
  }
}

/**
 * Removes the id from the text of every block and sets it on the node. A block without one gets the next number of its section, as `npm run ids`
 * would write it. Each run adds a mark to the performance timeline, so that tests can count parses.
 */
export function blockIds() {
  return (tree: Root, file: VFile): void => {
    performance.mark('parse', { detail: file.path });
    const marks = takeMarks(tree, String(file));
    const blocks = sectionsOf(tree).map(({ node, section }) => ({ node, section, mark: ownId(node) ?? nameOf(section, marks.get(node)) }));
    const numbers = new NextNumbers(blocks.flatMap(({ mark }) => mark ?? []));
    for (const { node, section, mark } of blocks) {
      const data: Data = node.data ?? {};
      const id = mark ?? numbers.next(section);
      node.data = { ...data, hProperties: { ...data.hProperties, id }, ...(mark ? {} : { unmarked: true }) };
      // `data.hProperties` has no effect on an element of HTML.
      if (node.type === 'mdxJsxFlowElement' && !ownId(node)) node.attributes.push({ type: 'mdxJsxAttribute', name: 'id', value: id });
    }
  };
}

/** Returns the blocks of a page in order. Call it after `blockIds`. */
export function blocksOf(tree: Root): PlacedBlock[] {
  return sectionsOf(tree).map(({ node, section }) => {
    const data = node.data as Data | undefined;
    return { node, section, id: String(data?.hProperties?.id), marked: !data?.unmarked };
  });
}

/** Returns the text of a block; of a diagram, its source. */
export const blockText = (node: BlockNode): string => (node.type === 'diagram' ? node.value : plainText(node));

/** Assigns the numbers after the highest one of each section. */
export class NextNumbers {
  readonly #highest = new Map<string, number>();

  constructor(names: Iterable<string>) {
    for (const name of names) this.add(name);
  }

  /** Registers a name in use or used before. Ignores a name that does not end in a number. */
  add(name: string): void {
    const [, section, number] = /^(.+)\.(\d+)$/.exec(name) ?? [];
    if (section) this.#highest.set(section, Math.max(this.#highest.get(section) ?? 0, Number(number)));
  }

  /** Returns the next free name of a section. */
  next(section: string): string {
    const number = (this.#highest.get(section) ?? 0) + 1;
    this.#highest.set(section, number);
    return `${section}.${number}`;
  }
}

/** Returns the id that a writer gave to an HTML element. */
const ownId = (node: BlockNode): string | undefined =>
  node.type === 'mdxJsxFlowElement'
    ? node.attributes.flatMap((one) => (one.type === 'mdxJsxAttribute' && one.name === 'id' && typeof one.value === 'string' ? one.value : []))[0]
    : undefined;

function sectionsOf(tree: Root): { node: BlockNode; section: string }[] {
  const blocks: { node: BlockNode; section: string }[] = [];
  let section = INTRO;
  const walk = (nodes: readonly BlockNode[]): void => {
    for (const node of nodes) {
      if (node.type === 'heading') section = headingId(node as Heading) ?? section;
      else if (node.type === 'list') for (const item of node.children) blocks.push({ section, node: item });
      else if (isElement(node, CONTAINERS)) walk(node.children as BlockNode[]);
      else if (isAddressed(node)) blocks.push({ section, node });
    }
  };
  walk(tree.children);
  return blocks;
}

const nameOf = (section: string, mark: string | undefined): string | undefined => (mark && !mark.includes('.') ? `${section}.${mark}` : mark);

/** Removes the ids from the tree and returns them: first the ids at the end of a text, then the ids on a line of their own below a block. */
function takeMarks(tree: Root, source: string, marks = new Map<BlockNode, string>(), nodes: BlockNode[] = tree.children): Map<BlockNode, string> {
  const own = (node: BlockNode): void => {
    for (const paragraph of paragraphsOf(node)) {
      const mark = marks.has(node) ? undefined : takeMark(paragraph, source);
      if (mark) marks.set(node, mark);
      // An id below a code block in a list item is a paragraph of its own.
      if (mark && paragraph.children.length === 0 && 'children' in node && node !== paragraph)
        node.children.splice(node.children.indexOf(paragraph as never), 1);
    }
  };
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at]!;
    const previous = nodes[at - 1];
    if (node.type === 'paragraph' && isMarkOnly(node) && previous && isAddressed(previous) && !marks.has(previous)) {
      const mark = takeMark(node, source);
      if (mark) marks.set(previous, mark);
      if (mark) nodes.splice(at--, 1);
    } else if (isOfWords(node)) {
      const mark = takeMark(wordsOf(node as MdxJsxFlowElement), source);
      if (mark) marks.set(node, mark);
    } else if (node.type === 'list') node.children.forEach(own);
    else if (isElement(node, CONTAINERS)) takeMarks(tree, source, marks, node.children as BlockNode[]);
    else if (ADDRESSED.has(node.type)) own(node);
  }
  return marks;
}

/** Returns the paragraphs that can end with the id of the block, without those in a list or a quotation inside the block. */
export function paragraphsOf(node: BlockNode): Paragraph[] {
  if (node.type === 'paragraph') return [node];
  return node.type === 'listItem' || node.type === 'blockquote' ? node.children.filter((child) => child.type === 'paragraph') : [];
}

const isMarkOnly = ({ children }: Paragraph): boolean =>
  children.length === 1 && children[0]!.type === 'text' && /^\[#\S*\]\s*$/.test(children[0].value);

/** Returns the words of an HTML element as a paragraph that shares the children of the element. */
export function wordsOf({ children }: MdxJsxFlowElement): Paragraph {
  const [first, last] = [children[0]?.position, children.at(-1)?.position];
  return { type: 'paragraph', children: children as never[], ...(first && last ? { position: { start: first.start, end: last.end } } : {}) };
}

/** Cuts the id off the end of a paragraph. `\[#2]` is literal text. */
function takeMark(paragraph: Paragraph, source: string): string | undefined {
  const last = paragraph.children.at(-1);
  const found = last?.type === 'text' ? MARK.exec(last.value) : null;
  if (!found || last?.type !== 'text') return undefined;
  const end = paragraph.position?.end.offset;
  if (
    end !== undefined &&
    source
      .slice(0, end)
      .trimEnd()
      .at(-found[0].trim().length - 1) === '\\'
  )
    return undefined;
  last.value = last.value.slice(0, found.index);
  if (!last.value) paragraph.children.pop();
  return found[1];
}
