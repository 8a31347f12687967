/** The Markdown processor of the model. */
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { blockIds } from './block-ids.ts';
import { citations } from './citations.ts';
import { mermaidFences } from './mermaid-fences.ts';
import { headingIds } from './heading-ids.ts';
import { typographicSigns } from './typographic-signs.ts';
import { unravel } from './unravel.ts';

/** The order matters: ids are taken out of the text before a plugin splits it. */
const processor = unified()
  .use(remarkParse)
  .use(remarkMdx)
  .use(unravel)
  .use([remarkGfm, typographicSigns, headingIds, mermaidFences, blockIds, citations])
  .freeze();

/** Parses the body of a page to an mdast tree with ids. Throws a VFileMessage with line and column for broken MDX. */
export function parseBody(body: string, path: string): Root {
  const file = new VFile({ value: body, path });
  return processor.runSync(processor.parse(file), file) as Root;
}
