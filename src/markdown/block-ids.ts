import type { Data, Heading, ListItem, Root, RootContent } from 'mdast';
import { headingId } from './heading-ids.ts';

/** The section of the paragraphs that stand before the first heading. */
export const INTRO = 'intro';

export type BlockNode = RootContent | ListItem;

/** The blocks that get an address of their own, in order, each with the section it belongs to. */
export function blocksOf(tree: Root): { section: string; node: BlockNode }[] {
  const blocks: { section: string; node: BlockNode }[] = [];
  let section = INTRO;
  for (const node of tree.children) {
    if (node.type === 'heading') section = headingId(node as Heading) ?? section;
    else if (node.type === 'list') for (const item of node.children) blocks.push({ section, node: item });
    else if (ADDRESSED.has(node.type)) blocks.push({ section, node });
  }
  return blocks;
}

const ADDRESSED = new Set(['paragraph', 'table', 'blockquote', 'code', 'diagram']);

/** Give every block of a section the id `<section>.<n>`, counted in the order of the page. */
export function blockIds() {
  return (tree: Root): void => {
    const counts = new Map<string, number>();
    for (const { section, node } of blocksOf(tree)) {
      const count = (counts.get(section) ?? 0) + 1;
      counts.set(section, count);
      const data: Data = node.data ?? {};
      node.data = { ...data, hProperties: { ...data.hProperties, id: `${section}.${count}` } };
    }
  };
}

/** Read the id that `blockIds` put on a block. */
export function blockId(node: BlockNode): string | undefined {
  const id = (node.data as Data | undefined)?.hProperties?.id;
  return typeof id === 'string' ? id : undefined;
}
