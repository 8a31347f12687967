import type { Data, Heading, ListItem, Root, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import { headingId } from './heading-ids.ts';
import { placeOfPage } from './language.ts';
import { plainText } from './plain-text.ts';

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

/** Gives the blocks of a page their names, in order: `<section>.<n>`. */
export type Numbering = (page: { id: string; lang: string }, blocks: readonly { section: string; text: string }[]) => string[];

/** Give every block its name as an id: as the ledger has it, or counted in the order of the page where there is no ledger. */
export function blockIds({ numbering }: { numbering?: Numbering } = {}) {
  return (tree: Root, file: VFile): void => {
    const blocks = blocksOf(tree);
    const page = placeOfPage(file);
    const named =
      numbering && page
        ? numbering(
            page,
            blocks.map(({ section, node }) => ({ section, text: blockText(node) })),
          )
        : counted(blocks);
    for (const [at, { node }] of blocks.entries()) {
      const data: Data = node.data ?? {};
      node.data = { ...data, hProperties: { ...data.hProperties, id: named[at] } };
    }
  };
}

function counted(blocks: readonly { section: string }[]): string[] {
  const counts = new Map<string, number>();
  return blocks.map(({ section }) => {
    const count = (counts.get(section) ?? 0) + 1;
    counts.set(section, count);
    return `${section}.${count}`;
  });
}

/** Give the words of a block; a diagram's are its source. */
export const blockText = (node: BlockNode): string => (node.type === 'diagram' ? node.value : plainText(node));

/** Read the id that `blockIds` put on a block. */
export function blockId(node: BlockNode): string | undefined {
  const id = (node.data as Data | undefined)?.hProperties?.id;
  return typeof id === 'string' ? id : undefined;
}
