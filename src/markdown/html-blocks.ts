import type { Nodes, Paragraph, Parents, PhrasingContent, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import type { VFile } from 'vfile';
import { COMPONENTS, ELEMENTS } from './allowed-html.ts';
import { part } from './citations.ts';
import { sourceLocator } from './source-position.ts';

const list = (names: string): Set<string> => new Set(names.split(' '));

/** HTML elements and components that are always blocks, regardless of line breaks around them. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = list('dd details div dl dt figcaption figure hr li ol p summary ul').union(new Set(COMPONENTS));

/** HTML elements that contain blocks: words in them become paragraphs. */
const CONTAINERS = list('details div');
/** HTML elements that contain either blocks or words. */
const MIXED = list('dd dt figcaption figure li');
const LISTS = list('dl ol ul');

const PHRASING = list(
  'break citation delete emphasis footnoteReference image imageReference inlineCode link linkReference mdxJsxTextElement mdxTextExpression strong text',
);
const PARENTS = list('root blockquote listItem footnoteDefinition mdxJsxFlowElement');

/**
 * Turns HTML elements that are blocks into block nodes. MDX decides by line ends: `<details><summary>A</summary>B</details>` on one line has no blocks, a
 * `<summary>` above a line of text is a part of a paragraph, and a line of `<mark>…</mark>` is not a paragraph. Runs before the plugins that
 * count blocks.
 */
export function htmlBlocks() {
  return (tree: Root, file: VFile): void => arrange(tree, String(file));
}

function arrange(parent: Parents, source: string): void {
  if (parent.type === 'list') for (const item of parent.children) arrange(item, source);
  if (!PARENTS.has(parent.type)) return;
  const children = (parent.children as Nodes[]).flatMap(separated).map(asBlock);
  for (const child of children) if ('children' in child) arrange(child, source);
  parent.children = contentOf(parent, children, source) as never;
}

function contentOf(parent: Parents, children: Nodes[], source: string): Nodes[] {
  if (parent.type !== 'mdxJsxFlowElement') return inParagraphs(children, source);
  const { name } = parent;
  const hasBlocks = children.some(isBlock);
  if (CONTAINERS.has(name ?? '') || (MIXED.has(name ?? '') && hasBlocks)) return inParagraphs(children, source);
  if (LISTS.has(name ?? '')) return children.filter((child) => !isBlank(child));
  if (name !== 'p' && name !== 'summary') return children;
  const [only, ...rest] = children.filter((child) => !isBlank(child));
  if (only?.type === 'paragraph' && rest.length === 0) return only.children;
  if (name === 'summary' || !hasBlocks) return children;
  // A <p> cannot contain blocks.
  parent.name = 'div';
  return inParagraphs(children, source);
}

/** Returns the name of an HTML element or a component; empty for another node. */
export const nameOf = (node: Nodes | undefined): string =>
  node?.type === 'mdxJsxFlowElement' || node?.type === 'mdxJsxTextElement' ? (node.name ?? '') : '';

const isBlockElement = (node: Nodes): boolean => BLOCK_ELEMENTS.has(nameOf(node));

/** Splits a paragraph around the blocks in it. */
const separated = (node: Nodes): Nodes[] => (node.type === 'paragraph' && node.children.some(isBlockElement) ? (node.children as Nodes[]) : [node]);

const asBlock = (node: Nodes): Nodes => (isBlockElement(node) ? ({ ...node, type: 'mdxJsxFlowElement' } as MdxJsxFlowElement) : node);

const isBlank = (node: Nodes): boolean => node.type === 'text' && !node.value.trim();

/** Whether an element is a block for MDX only because it is alone on its line: `<mark>…</mark>`. */
const isWords = (node: Nodes): node is MdxJsxFlowElement =>
  node.type === 'mdxJsxFlowElement' &&
  ELEMENTS.has(node.name ?? '') &&
  !isBlockElement(node) &&
  node.children.every((child) => PHRASING.has(child.type) || isWords(child));

/** Whether a node is a block, not a part of a paragraph. */
export const isBlock = (node: Nodes): boolean => !PHRASING.has(node.type) && !isWords(node);

/** Makes a paragraph of each run of words. */
function inParagraphs(nodes: readonly Nodes[], source: string): Nodes[] {
  const made: Nodes[] = [];
  let run: Nodes[] = [];
  for (const node of [...nodes, undefined]) {
    if (node && !isBlock(node) && !isAfterEmptyLine(run.at(-1), node, source)) {
      run.push(node);
      continue;
    }
    if (run.some((one) => !isBlank(one))) made.push(paragraphOf(run, source));
    run = node && !isBlock(node) ? [node] : [];
    if (node && isBlock(node)) made.push(node);
  }
  return made;
}

const isAfterEmptyLine = (before: Nodes | undefined, node: Nodes, source: string): boolean =>
  /\n[ \t>]*\r?\n/.test(source.slice(before?.position?.end.offset ?? Infinity, node.position?.start.offset ?? 0));

function paragraphOf(run: readonly Nodes[], source: string): Paragraph {
  const words = run.slice(
    run.findIndex((node) => !isBlank(node)),
    run.findLastIndex((node) => !isBlank(node)) + 1,
  );
  const children = words.flatMap((node, at): Nodes[] => {
    const before = words[at - 1];
    // MDX drops the space between two elements on a line of their own.
    const isApart = before && isWords(before) && isWords(node) && before.position?.end.offset !== node.position?.start.offset;
    return [...(isApart ? [{ type: 'text', value: ' ' } as const] : []), trimmed(asWords(node), at === 0, at === words.length - 1, source)];
  });
  const [first, last] = [children[0]?.position, children.at(-1)?.position];
  return {
    type: 'paragraph',
    children: children as PhrasingContent[],
    ...(first && last ? { position: { start: first.start, end: last.end } } : {}),
  };
}

function trimmed(node: Nodes, isFirst: boolean, isLast: boolean, source: string): Nodes {
  if (node.type !== 'text' || (!isFirst && !isLast)) return node;
  const start = isFirst ? node.value.length - node.value.trimStart().length : 0;
  const end = isLast ? node.value.trimEnd().length : node.value.length;
  return start === 0 && end === node.value.length ? node : part(node, start, end, sourceLocator(source, node));
}

const asWords = (node: Nodes): Nodes =>
  isWords(node) ? ({ ...node, type: 'mdxJsxTextElement', children: (node.children as Nodes[]).map(asWords) } as MdxJsxTextElement) : node;
