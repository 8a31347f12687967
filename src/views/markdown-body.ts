/** The text of a page as plain Markdown, every address absolute: what a program reads, or a person pastes. */
import type { Blockquote, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { CitationItem } from '../markdown/citations.ts';
import { headingId } from '../markdown/heading-ids.ts';
import type { Locale } from '../model/locale.ts';
import type { Page } from '../model/page.ts';

const writer = unified().use(remarkStringify, { bullet: '-', rule: '-' }).use(remarkGfm);

/** What the nodes of a page are written with. */
interface Scene {
  locale: Locale;
  page: Page;
  origin: string;
  /** The title of a `<Differs>`. */
  differs: string;
}

/** Write the body of a page. A heading leads to its own address. `origin` has no slash at its end. */
export function markdownBody(locale: Locale, page: Page, origin: string, words: { differs: string }): string {
  if (!page.tree) return '';
  const scene: Scene = { locale, page, origin, differs: words.differs };
  return writer.stringify({ type: 'root', children: page.tree.children.flatMap((node) => plain(node, scene)) } as Root).trim();
}

/** Give an address of the base as a Markdown link; an unknown one as its words. */
export function linkTo({ index }: Locale, origin: string, address: string, words?: string): string {
  const target = index.get(address);
  return target ? `[${words ?? target.title}](${origin}${target.href})` : (words ?? address);
}

/** Write a citation as running text: `([Smith 2020](…), p. 5)`. */
export function citationText(locale: Locale, origin: string, items: readonly CitationItem[]): string {
  const cited = items.map(({ key, locator }) => [linkTo(locale, origin, key), locator].filter(Boolean).join(', '));
  return cited.length > 0 ? `(${cited.join('; ')})` : '';
}

/** Write a node in the terms of CommonMark and GFM alone. */
function plain(node: Nodes, scene: Scene): Nodes[] {
  const { locale, page, origin } = scene;
  const children = (): Nodes[] => ('children' in node ? node.children.flatMap((child) => plain(child, scene)) : []);
  switch (node.type) {
    case 'heading': {
      const id = headingId(node);
      const words = children() as PhrasingContent[];
      const title: PhrasingContent[] = id
        ? [{ type: 'link', url: `${origin}${locale.index.get(`${page.id}.${id}`)?.href ?? ''}`, children: words as never }]
        : words;
      return [{ type: 'heading', depth: node.depth, children: title }];
    }
    case 'link':
    case 'definition':
      return [{ ...node, url: absolute(node.url, scene), ...('children' in node ? { children: children() } : {}) } as Nodes];
    case 'citation':
      return [{ type: 'html', value: citationText(locale, origin, node.items) }];
    case 'diagram':
      return [{ type: 'code', lang: 'mermaid', value: node.value.replace(/"(kb:[^"]+)"/g, (_, href: string) => `"${absolute(href, scene)}"`) }];
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return component(node, children(), scene);
    case 'mdxFlowExpression':
    case 'mdxTextExpression': {
      const text = /^\s*(['"`])(.*)\1\s*$/s.exec(node.value)?.[2];
      return text === undefined ? [] : [{ type: 'text', value: text }];
    }
    case 'mdxjsEsm':
      return [];
    default:
      return ['children' in node ? ({ ...node, children: children() } as Nodes) : node];
  }
}

function component(
  node: Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>,
  children: Nodes[],
  { locale, origin, differs }: Scene,
): Nodes[] {
  if (node.name === 'Differs') {
    const title: RootContent = { type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'text', value: differs }] }] };
    return [{ type: 'blockquote', children: [title, ...children] as Blockquote['children'] }];
  }
  if (node.name === 'Tree') {
    const id = node.attributes.flatMap((one) => (one.type === 'mdxJsxAttribute' && one.name === 'id' ? String(one.value) : []))[0] ?? '';
    return [{ type: 'paragraph', children: [{ type: 'html', value: linkTo(locale, origin, id) }] }];
  }
  return children;
}

function absolute(href: string, { locale, page, origin }: Scene): string {
  const found = locale.index.resolve(href, page);
  return found && 'target' in found ? `${origin}${found.target.href}` : href;
}
