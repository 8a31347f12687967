/** One list of plugins for both readers of a page: the model, which looks for facts and errors, and Astro, which renders. */
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkSmartypants from 'remark-smartypants';
import { unified, type PluggableList } from 'unified';
import { VFile } from 'vfile';
import { blockIds } from './block-ids.ts';
import { citations } from './citations.ts';
import { mermaidFences } from './mermaid-fences.ts';
import { headingIds } from './heading-ids.ts';
import { unravel } from './unravel.ts';

/** The syntax of a page and the plugins that mark its tree, in order: ids are taken out of the text before anything splits it. */
export const remarkPlugins: PluggableList = [remarkGfm, remarkSmartypants, headingIds, mermaidFences, blockIds, citations];

const processor = unified().use(remarkParse).use(remarkMdx).use(unravel).use(remarkPlugins).freeze();

/**
 * Parse the body of a page to a marked mdast tree.
 * Throws a VFileMessage with line and column when the MDX is broken.
 */
export function parseBody(body: string, path: string): Root {
  const file = new VFile({ value: body, path });
  return processor.runSync(processor.parse(file), file) as Root;
}
