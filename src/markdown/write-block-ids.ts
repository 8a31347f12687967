import type { ListItem, Paragraph } from 'mdast';
import { blockText, blocksOf, isOfWords, paragraphsOf, wordsOf, type BlockNode, type PlacedBlock } from './block-ids.ts';
import { parseBody } from './processor.ts';

/** The text in the brackets of each id, by the index of its block on the page. */
export type BlockIds = ReadonlyMap<number, string>;

/**
 * Writes ids into the body of a page and changes no other byte: at the end of a text, or on a line of its own below a block without text at
 * its end (a table, a code block, a diagram). Keeps line ends and indentation. Throws a RangeError with the line of a block whose id would
 * not be parsed as written.
 */
export function writeBlockIds(body: string, path: string, marks: BlockIds): string {
  const blocks = blocksOf(parseBody(body, path));
  const insertions = [...marks].map(([at, mark]) => insertionOf(blocks[at]!.node, mark, body)).sort((a, b) => b.offset - a.offset);
  const written = insertions.reduce((text, { offset, words }) => text.slice(0, offset) + words + text.slice(offset), body);
  const read = readBlocks(written, path);
  if (!read) throw new RangeError(String(lineOf(blocks.find(({ node }, at) => marks.has(at) && !paragraphsOf(node).length)?.node)));
  for (const [at, { node, section, id }] of blocks.entries()) {
    const mark = marks.get(at);
    const wanted = mark === undefined ? id : mark.includes('.') ? mark : `${section}.${mark}`;
    const now = read[at];
    if (now?.id !== wanted || blockText(now.node) !== blockText(node)) throw new RangeError(String(lineOf(node)));
  }
  return written;
}

/** Returns the blocks of a text; undefined if it cannot be parsed. */
function readBlocks(body: string, path: string): PlacedBlock[] | undefined {
  try {
    return blocksOf(parseBody(body, path));
  } catch {
    return undefined;
  }
}

const lineOf = (node: BlockNode | undefined): number => node?.position?.start.line ?? 1;

function insertionOf(node: BlockNode, mark: string, body: string): { offset: number; words: string } {
  const paragraph = paragraphsOf(node).at(-1) ?? wordsBeside(node, body);
  const end = (paragraph ?? node).position!.end.offset!;
  const offset = end - (body.slice(0, end).length - body.slice(0, end).trimEnd().length);
  if (paragraph || (node.type === 'listItem' && node.children.length === 0)) return { offset, words: ` [#${mark}]` };
  const eol = body.includes('\r\n') ? '\r\n' : '\n';
  return { offset, words: `${eol}${eol}${indentOf(node)}[#${mark}]` };
}

/** Returns the words of a `<summary>` or a `<p>` if other text follows on the same line or the next. The id must then be inside the element. */
function wordsBeside(node: BlockNode, body: string): Paragraph | undefined {
  if (node.type !== 'mdxJsxFlowElement' || !isOfWords(node) || node.children.length === 0) return undefined;
  return /^[ \t]*(?:\r?\n[ \t]*(?:\r?\n|$)|$)/.test(body.slice(node.position!.end.offset)) ? undefined : wordsOf(node);
}

/** Returns the indent of the content of a list item; empty for other blocks. */
const indentOf = (node: BlockNode): string =>
  node.type === 'listItem' ? ' '.repeat(((node as ListItem).children[0]?.position?.start.column ?? 1) - 1) : '';
