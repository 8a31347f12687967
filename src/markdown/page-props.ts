import type { Element, Root } from 'hast';
import type { MdxJsxFlowElementHast, MdxJsxTextElementHast } from 'mdast-util-mdx-jsx';
import type { VFile } from 'vfile';
import type { CitationItem } from './citations.ts';
import { localeOfFile } from './file-locale.ts';
import { nodesIn } from './nodes-in.ts';

/** A link or a citation in the text of a page. */
export type Reference = { page: string; href: string } | { page: string; items: CitationItem[] };

/** Writes a reference for an attribute, in characters that HTML does not escape. */
export const encodeReference = (reference: Reference): string => encodeURIComponent(JSON.stringify(reference));

/** Elements that a component renders although they are not components in the page. All other elements are compiled to HTML. */
export const COMPONENT_ELEMENTS = ['kb-diagram'];

/**
 * Turns every link into a `kb-link`, and adds to it and to every citation the attribute `of`, from which `views/render-references.ts` renders them.
 * Adds to components the property `page`, the path of the file under the content folder. Links within the page are not changed: links to and from
 * notes are skipped, and `anchorLinks` runs later.
 */
export function pageProps() {
  return (tree: Root, file: VFile): void => {
    const page = localeOfFile(file)?.file;
    if (!page) return;
    for (const node of nodesIn(tree)) {
      if (node.type === 'element') setReference(node, page);
      if (isComponent(node)) node.attributes.push({ type: 'mdxJsxAttribute', name: 'page', value: page });
    }
  };
}

function setReference(node: Element, page: string): void {
  const { href, items, ...rest } = node.properties;
  if (node.tagName === 'a' && !isNoteLink(node)) {
    node.tagName = 'kb-link';
    node.properties = { of: encodeReference({ page, href: String(href ?? '') }), ...rest };
  } else if (node.tagName === 'kb-cite') node.properties = { of: encodeReference({ page, items: JSON.parse(String(items)) as CitationItem[] }) };
  else if (COMPONENT_ELEMENTS.includes(node.tagName)) node.properties.page = page;
}

const isNoteLink = ({ properties }: Element): boolean => 'dataFootnoteRef' in properties || 'dataFootnoteBackref' in properties;

type Component = MdxJsxFlowElementHast | MdxJsxTextElementHast;

const isComponent = (node: { type: string; name?: unknown }): node is Component =>
  (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') && /^\p{Lu}/u.test(String(node.name));
