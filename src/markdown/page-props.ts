import type { Element, Root } from 'hast';
import type { MdxJsxFlowElementHast, MdxJsxTextElementHast } from 'mdast-util-mdx-jsx';
import type { VFile } from 'vfile';
import { visit } from 'unist-util-visit';
import { localeOfFile } from './file-locale.ts';

/** The elements that a component renders although the page does not write them as components. All others are compiled to HTML. */
export const COMPONENT_ELEMENTS = ['kb-diagram'];
/** The elements whose HTML depends on the other pages: `views/render-references.ts` renders links and citations. */
const DEPENDENT = new Set(['kb-link', 'kb-cite', ...COMPONENT_ELEMENTS]);

/**
 * Makes a `kb-link` of every link, and adds the property `page`, the path of the file under the content folder, to every element whose
 * HTML depends on the other pages. Links to and from a note stay as they are, because they stay on the page. Runs before `anchorLinks` for the same reason.
 */
export function pageProps() {
  return (tree: Root, file: VFile): void => {
    const page = localeOfFile(file)?.file;
    if (!page) return;
    visit(tree, (node) => {
      if (node.type === 'element' && node.tagName === 'a' && !isNoteLink(node)) node.tagName = 'kb-link';
      if (node.type === 'element' && DEPENDENT.has(node.tagName)) node.properties.page = page;
      if (isComponent(node)) node.attributes.push({ type: 'mdxJsxAttribute', name: 'page', value: page });
    });
  };
}

const isNoteLink = ({ properties }: Element): boolean => 'dataFootnoteRef' in properties || 'dataFootnoteBackref' in properties;

type Component = MdxJsxFlowElementHast | MdxJsxTextElementHast;

const isComponent = (node: { type: string; name?: unknown }): node is Component =>
  (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') && /^\p{Lu}/u.test(String(node.name));
