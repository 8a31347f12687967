/** The Markdown processor. The model and Astro use the same lists of plugins. */
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified, type PluggableList } from 'unified';
import { VFile } from 'vfile';
import { anchorLinks } from './anchor-links.ts';
import { blockIds } from './block-ids.ts';
import { citations } from './citations.ts';
import type { LanguagesOfBase } from './file-locale.ts';
import { footnotes } from './footnotes.ts';
import { htmlBlocks } from './html-blocks.ts';
import { mermaidFences } from './mermaid-fences.ts';
import { headingIds } from './heading-ids.ts';
import { mayAutolink, withoutLiteralAutolinks } from './literal-autolinks.ts';
import { pageProps } from './page-props.ts';
import { publicImages } from './public-images.ts';
import { tables } from './tables.ts';
import { typographicPunctuation } from './typographic-punctuation.ts';
import { unravel } from './unravel.ts';

/** The syntax extensions and the plugins, in order: ids are removed from the text before a plugin splits the text. */
export const remarkPlugins: PluggableList = [remarkGfm, htmlBlocks, typographicPunctuation, headingIds, mermaidFences, blockIds, citations];

/** The plugins for the HTML of a page, on a site under `base`. */
export const rehypePlugins = (languages: LanguagesOfBase, base: string): PluggableList => [
  pageProps,
  [footnotes, { languages }],
  [anchorLinks, { languages }],
  tables,
  [publicImages, { base }],
];

const processor = unified().use(remarkParse).use(remarkMdx).use(unravel).use(remarkPlugins);
const withoutAutolinks = processor().use(withoutLiteralAutolinks).freeze();
const withAutolinks = processor.freeze();

/** Parses the body of a page to an mdast tree with ids. Throws a VFileMessage with line and column for broken MDX. */
export function parseBody(body: string, path: string): Root {
  const file = new VFile({ value: body, path });
  const parser = mayAutolink(body) ? withAutolinks : withoutAutolinks;
  return parser.runSync(parser.parse(file), file) as Root;
}
