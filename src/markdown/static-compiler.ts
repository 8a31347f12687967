/** Compiles the pages without components, the same as @astrojs/mdx does. As modules of a bundle, 1,000 pages take 3 s longer. */
import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import remarkRehype from 'remark-rehype';
import { unified, type PluggableList } from 'unified';
import { VFile } from 'vfile';
import { footnoteOptions } from './footnotes.ts';
import { nodesIn } from './nodes-in.ts';

/** Returns a function that compiles the tree of a page to HTML; undefined for a page with components. `file` is below the content folder. */
export function staticCompiler(rehypePlugins: PluggableList): (tree: Root, file: string) => Promise<string | undefined> {
  const processor = unified().use(remarkRehype, footnoteOptions).use(rehypePlugins).freeze();
  return async (tree, file) => {
    const isStatic = !nodesIn(tree).some(({ type }) => type.startsWith('mdx') || type === 'diagram');
    return isStatic ? toHtml(await processor.run(tree, new VFile({ path: file }))) : undefined;
  };
}
