/** The HTML of the text of a page as a tree, made from the Markdown tree of the model, so that a page is parsed once. */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import type { Root as MarkdownRoot } from 'mdast';
import type { MdxFlowExpressionHast, MdxTextExpressionHast } from 'mdast-util-mdx-expression';
import type { MdxJsxFlowElementHast, MdxJsxTextElementHast } from 'mdast-util-mdx-jsx';
import { find, html } from 'property-information';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { refuseCode } from './allowed-html.ts';
import { anchorLinks } from './anchor-links.ts';
import { footnoteOptions, footnotes } from './footnotes.ts';
import { tableAlignment } from './table-alignment.ts';

type Jsx = MdxJsxFlowElementHast | MdxJsxTextElementHast;
type Expression = MdxFlowExpressionHast | MdxTextExpressionHast;

const processor = unified()
  .use(refuseCode)
  .use(remarkRehype, {
    ...footnoteOptions,
    passThrough: ['mdxJsxFlowElement', 'mdxJsxTextElement', 'mdxFlowExpression', 'mdxTextExpression'],
  })
  .use([footnotes, anchorLinks, tableAlignment])
  .freeze();

/**
 * Returns the HTML of the text of a page; `path` is that of its file, which names its language. A component of MDX becomes an element with
 * the name and the attributes of the component. The given tree stays unchanged.
 */
export function htmlTree(tree: MarkdownRoot, path: string): Root {
  const made = processor.runSync(tree, new VFile({ path })) as Root;
  return { type: 'root', children: made.children.flatMap(withoutMdx) };
}

/** Elements of a table whose line breaks mean nothing. */
const ROWS = new Set(['table', 'thead', 'tbody', 'tr']);

/** Converts the nodes of MDX. The check allows no expression but a string or a comment. */
function withoutMdx(node: RootContent | Jsx | Expression): ElementContent[] {
  switch (node.type) {
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement': {
      const children = (node.children as (ElementContent | Jsx)[]).flatMap(withoutMdx);
      return node.name === null ? children : [{ type: 'element', tagName: node.name, properties: propertiesOf(node), children }];
    }
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return textOf(node);
    case 'element': {
      const children = ROWS.has(node.tagName) ? node.children.filter(({ type }) => type !== 'text') : node.children;
      return [{ ...node, children: children.flatMap(withoutMdx) }];
    }
    case 'text':
      return [node];
    default:
      return [];
  }
}

function propertiesOf({ name, attributes }: Jsx): Element['properties'] {
  const isComponent = /^\p{Lu}/u.test(name ?? '');
  return Object.fromEntries(
    attributes.flatMap((attribute): [string, string | true][] => {
      if (attribute.type !== 'mdxJsxAttribute' || (typeof attribute.value === 'object' && attribute.value)) return [];
      return [[isComponent ? attribute.name : find(html, attribute.name).property, attribute.value ?? true]];
    }),
  );
}

function textOf({ data }: Expression): ElementContent[] {
  const [statement] = data?.estree?.body ?? [];
  const expression = statement?.type === 'ExpressionStatement' ? statement.expression : undefined;
  return expression?.type === 'Literal' && typeof expression.value === 'string' ? [{ type: 'text', value: expression.value }] : [];
}
