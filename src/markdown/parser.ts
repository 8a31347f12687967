/** One list of plugins for both readers of a page: the model, which looks for facts and faults, and Astro, which renders. */
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkSmartypants from 'remark-smartypants';
import { unified, type PluggableList } from 'unified';
import { VFile } from 'vfile';
import { blockIds, type Numbering } from './block-ids.ts';
import { citations } from './citations.ts';
import { diagrams } from './diagrams.ts';
import { foreignWords } from './foreign-words.ts';
import { headingIds } from './heading-ids.ts';
import { unravel } from './unravel.ts';

/** Give the syntax of a page and the marks on its tree, in order. */
export const remarkPlugins = (numbering?: Numbering): PluggableList => [
  remarkGfm,
  remarkSmartypants,
  headingIds,
  citations,
  diagrams,
  foreignWords,
  [blockIds, { numbering }],
];

const processorWith = (numbering?: Numbering) => unified().use(remarkParse).use(remarkMdx).use(unravel).use(remarkPlugins(numbering)).freeze();
let made: { numbering: Numbering | undefined; processor: ReturnType<typeof processorWith> } | undefined;

/**
 * Parse the body of a page to a marked mdast tree.
 * Throws a VFileMessage with line and column when the MDX is broken.
 */
export function parseBody(body: string, path: string, numbering?: Numbering): Root {
  if (!made || made.numbering !== numbering) made = { numbering, processor: processorWith(numbering) };
  const { processor } = made;
  const file = new VFile({ value: body, path });
  return processor.runSync(processor.parse(file), file) as Root;
}
