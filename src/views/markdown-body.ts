/** Renders the body of a page as plain Markdown with absolute URLs. */
import type { Blockquote, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { CitationItem } from '../markdown/citations.ts';
import { headingId } from '../markdown/heading-ids.ts';
import type { Locale } from '../model/locale.ts';
import type { Page } from '../model/page.ts';

const writer = unified().use(remarkStringify, { bullet: '-', rule: '-' }).use(remarkGfm);

/** The context of a node. */
interface Scene {
  locale: Locale;
  page: Page;
  origin: string;
  /** The title of a `<Differs>`. */
  differs: string;
}

/** Renders the body of a page. A heading links to its own URL. `origin` has no trailing slash. */
export function markdownBody(locale: Locale, page: Page, origin: string, words: { differs: string }): string {
  if (!page.tree) return '';
  const scene: Scene = { locale, page, origin, differs: words.differs };
  return writer.stringify({ type: 'root', children: page.tree.children.flatMap((node) => plain(node, scene)) } as Root).trim();
}

/** Returns a Markdown link to an address; for an unknown address, only the text. */
export function linkTo({ index }: Locale, origin: string, address: string, words?: string): string {
  const target = index.get(address);
  return target ? `[${words ?? target.title}](${origin}${target.href})` : (words ?? address);
}

/** Returns a citation as text: `([Smith 2020](…), p. 5)`. */
export function citationText(locale: Locale, origin: string, items: readonly CitationItem[]): string {
  const cited = items.map(({ key, locator }) => [linkTo(locale, origin, key), locator].filter(Boolean).join(', '));
  return cited.length > 0 ? `(${cited.join('; ')})` : '';
}

/** Converts a node to CommonMark and GFM. */
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
