import type { Element, Root } from 'hast';
import type { MdxJsxFlowElementHast, MdxJsxTextElementHast } from 'mdast-util-mdx-jsx';
import { nodesIn } from './nodes-in.ts';

/** Adds the base path of the site to the URLs of images in the folder public, which begin with a slash in the content: `/picture.png`. */
export function publicImages({ base }: { base: string }) {
  const withBase = (src: string): string => (/^\/[^/]/.test(src) ? base + src.slice(1) : src);
  return (tree: Root): void => {
    for (const node of nodesIn(tree)) {
      if (isImage(node)) node.properties.src = withBase(String(node.properties.src ?? ''));
      if (!isImageComponent(node)) continue;
      for (const attribute of node.attributes)
        if (attribute.type === 'mdxJsxAttribute' && attribute.name === 'src' && typeof attribute.value === 'string')
          attribute.value = withBase(attribute.value);
    }
  };
}

const isImage = (node: { type: string; tagName?: unknown }): node is Element => node.type === 'element' && node.tagName === 'img';

const isImageComponent = (node: { type: string; name?: unknown }): node is MdxJsxFlowElementHast | MdxJsxTextElementHast =>
  (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') && node.name === 'img';
