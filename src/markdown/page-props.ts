import type { Element, Root } from 'hast';
import type { MdxJsxFlowElementHast, MdxJsxTextElementHast } from 'mdast-util-mdx-jsx';
import type { VFile } from 'vfile';
import { visit } from 'unist-util-visit';
import { localeOfFile } from './file-locale.ts';

/** Elements that components render although the page does not write them as components. All others are compiled to HTML. */
export const RENDERED = ['kb-link', 'kb-cite', 'kb-diagram'];

/**
 * Makes a `kb-link` of every link, and adds the property `page`, the path of the file under the content folder, to every element that a
 * component renders. Links to and from a note stay as they are, because they stay on the page. Runs before `anchorLinks` for the same reason.
 */
export function pageProps() {
  return (tree: Root, file: VFile): void => {
    const page = localeOfFile(file)?.file;
    if (!page) return;
    visit(tree, (node) => {
      if (node.type === 'element' && node.tagName === 'a' && !isNoteLink(node)) node.tagName = 'kb-link';
      if (node.type === 'element' && RENDERED.includes(node.tagName)) node.properties.page = page;
      if (isComponent(node)) node.attributes.push({ type: 'mdxJsxAttribute', name: 'page', value: page });
    });
  };
}

const isNoteLink = ({ properties }: Element): boolean => 'dataFootnoteRef' in properties || 'dataFootnoteBackref' in properties;

type Component = MdxJsxFlowElementHast | MdxJsxTextElementHast;

const isComponent = (node: { type: string; name?: unknown }): node is Component =>
  (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') && /^\p{Lu}/u.test(String(node.name));
