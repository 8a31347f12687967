/** Renders the body of a page as plain Markdown with absolute URLs. */
import type { Blockquote, Data, Nodes, Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify, { type Options } from 'remark-stringify';
import { unified } from 'unified';
import type { CitationItem } from '../markdown/citations.ts';
import { headingId } from '../markdown/heading-ids.ts';
import { BLOCK_ELEMENTS } from '../markdown/html-blocks.ts';
import { literalOf } from '../markdown/plain-text.ts';
import { assetHref } from '../model/address.ts';
import { pointsOf } from '../model/check/article-points.ts';
import type { Locale } from '../model/locale.ts';
import { locatorIn } from '../model/locator.ts';
import type { Page } from '../model/page.ts';

/**
 * A text without any character of Markdown syntax, and how it may begin and end at the ends of a line. Most texts match, and skip the search for some
 * fifty such characters, which took half of the time of the writer.
 */
const PLAIN = /^(?:[\p{L}\p{N} ,;()?/“”‘’«»—–…%№-]|(?<![Ww])\.)*$/u;
const PLAIN_START = /^(?!\d+[.)])[\p{L}\p{N},;?/“”‘’«»—–…%№]/u;
const LINE_END = /^\n?$/;

type Handle = NonNullable<NonNullable<Options['handlers']>['text']>;
const text: Handle = ({ value }: Text, _, state, info) => {
  const isPlain =
    PLAIN.test(value) && (PLAIN_START.test(value) || !LINE_END.test(info.before)) && !(value.endsWith(' ') && LINE_END.test(info.after));
  return isPlain ? value : state.safe(value, info);
};
export const writer = unified().use(remarkStringify, { bullet: '-', rule: '-', handlers: { text } }).use(remarkGfm);

/** The context of a node. */
interface Scene {
  locale: Locale;
  page: Page;
  origin: string;
  words: BodyStrings;
}

/** UI strings of the body. */
export interface BodyStrings {
  /** The title of a `<Differs>`. */
  differs: string;
  status: Record<string, string>;
}

/** Renders the body of a page. A heading links to its own URL, a block ends with its fragment. `origin` has no trailing slash. */
export function markdownBody(locale: Locale, page: Page, origin: string, words: BodyStrings): string {
  if (!page.tree) return '';
  const scene: Scene = { locale, page, origin, words };
  return writer.stringify({ type: 'root', children: page.tree.children.flatMap((node) => addressed(node, scene)) } as Root).trim();
}

/** Returns a Markdown link to an address; for an unknown address, only the text. */
export function linkTo({ index }: Locale, origin: string, address: string, words?: string): string {
  const target = index.get(address);
  return target ? `[${words ?? target.title}](${origin}${target.href})` : (words ?? address);
}

/** Returns a citation as text, with the status of a source that is not verified: `([Smith 2020](…), p. 5, second-hand)`. */
export function citationText(locale: Locale, origin: string, items: readonly CitationItem[], { status: names }: Pick<BodyStrings, 'status'>): string {
  const cited = items.map(({ key, locator }) => {
    const source = locale.sources.get(key);
    const status = source?.data.status;
    const doubt = status && status !== 'verified' ? names[status]!.toLowerCase() : undefined;
    return [linkTo(locale, origin, key), source && locator && locatorIn(locale, locator, source).text, doubt].filter(Boolean).join(', ');
  });
  return cited.length > 0 ? `(${cited.join('; ')})` : '';
}

/** Converts a node, and adds the fragment of a block: `{#definition.2}`. */
function addressed(node: Nodes, scene: Scene): Nodes[] {
  const id = (node.data as Data | undefined)?.hProperties?.id;
  const nodes = plain(node, scene);
  if (typeof id !== 'string' || node.type === 'heading') return nodes;
  const name = { type: 'html', value: `{#${id}}` } as const;
  const [last] = nodes.slice(-1);
  const home = last && homeOf(last);
  if (home) home.children.push({ type: 'text', value: ' ' }, name);
  return home ? nodes : [...nodes, { type: 'paragraph', children: [name] }];
}

/** Returns the paragraph of a block that gets the fragment; in a list item, the last paragraph before a nested list. */
function homeOf(node: Nodes): Paragraph | undefined {
  if (node.type === 'paragraph') return node;
  return node.type === 'listItem' || node.type === 'blockquote' ? node.children.findLast((child) => child.type === 'paragraph') : undefined;
}

/** Converts a node to CommonMark and GFM. */
function plain(node: Nodes, scene: Scene): Nodes[] {
  const { locale, page, origin } = scene;
  const children = (): Nodes[] => ('children' in node ? node.children.flatMap((child) => addressed(child, scene)) : []);
  switch (node.type) {
    case 'heading': {
      const id = headingId(node);
      const words = children() as PhrasingContent[];
      const title: PhrasingContent[] = id
        ? [{ type: 'link', url: `${origin}${locale.index.get(`${page.id}.${id}`)?.href ?? ''}`, children: words as never }]
        : words;
      return [{ type: 'heading', depth: node.depth, children: title }];
    }
    case 'image':
      return [{ ...node, url: absolute(node.url, scene) }];
    case 'link':
    case 'definition':
      return [{ ...node, url: absolute(node.url, scene), ...('children' in node ? { children: children() } : {}) } as Nodes];
    case 'citation':
      return [{ type: 'html', value: citationText(locale, origin, node.items, scene.words) }];
    case 'diagram':
      return [{ type: 'code', lang: 'mermaid', value: node.value.replace(/"(kb:[^"]+)"/g, (_, href: string) => `"${absolute(href, scene)}"`) }];
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return component(node, children(), scene);
    case 'mdxFlowExpression': {
      const text = literalOf(node);
      return text === undefined ? [] : [{ type: 'paragraph', children: [{ type: 'text', value: text }] }];
    }
    case 'mdxTextExpression': {
      const text = literalOf(node);
      return text === undefined ? [] : [{ type: 'text', value: text }];
    }
    case 'mdxjsEsm':
      return [];
    default:
      return ['children' in node ? ({ ...node, children: children() } as Nodes) : node];
  }
}

function component(node: Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>, children: Nodes[], scene: Scene): Nodes[] {
  const { locale, origin, words } = scene;
  const attributes = Object.fromEntries(
    node.attributes.flatMap((one) => (one.type === 'mdxJsxAttribute' && typeof one.value === 'string' ? [[one.name, one.value]] : [])),
  );
  if (node.name === 'Differs') {
    const points = pointsOf(attributes).map((point) => linkTo(locale, origin, `article.${point}`, point));
    const place = [points.length > 0 ? ` (${points.join(', ')})` : '', attributes.id ? ` {#${attributes.id}}` : ''].join('');
    const title: RootContent = {
      type: 'paragraph',
      children: [
        { type: 'strong', children: [{ type: 'text', value: words.differs }] },
        { type: 'html', value: place },
      ],
    };
    return [{ type: 'blockquote', children: [title, ...children] as Blockquote['children'] }];
  }
  if (node.name === 'Tree') {
    return [{ type: 'paragraph', children: [{ type: 'html', value: linkTo(locale, origin, attributes.id ?? '') }] }];
  }
  if (node.name === 'img') {
    const image: PhrasingContent = { type: 'image', url: absolute(attributes.src ?? '', scene), alt: attributes.alt ?? '' };
    return node.type === 'mdxJsxFlowElement' ? [{ type: 'paragraph', children: [image] }] : [image];
  }
  if (node.name === 'br') return [{ type: 'break' }];
  if (node.name === 'hr') return [{ type: 'thematicBreak' }];
  // In a table cell, MDX parses a block element as a text element. A space separates it from the next one.
  if (node.type === 'mdxJsxTextElement') return BLOCK_ELEMENTS.has(node.name ?? '') ? [...children, { type: 'text', value: ' ' }] : children;
  // A paragraph for words beside a block; terms and summaries become bold.
  const isStrong = node.name === 'summary' || node.name === 'dt';
  return blocks(children).map((child) =>
    isStrong && child.type === 'paragraph' ? { ...child, children: [{ type: 'strong', children: child.children }] } : child,
  );
}

const BLOCKS = new Set<string>(['blockquote', 'code', 'definition', 'footnoteDefinition', 'heading', 'list', 'paragraph', 'table', 'thematicBreak']);

/** Makes a paragraph of each run of phrasing content. */
function blocks(nodes: readonly Nodes[]): Nodes[] {
  const made: Nodes[] = [];
  let run: PhrasingContent[] = [];
  const close = (): void => {
    if (run.some((node) => node.type !== 'text' || node.value.trim())) made.push({ type: 'paragraph', children: run });
    run = [];
  };
  for (const node of nodes) {
    if (BLOCKS.has(node.type)) {
      close();
      made.push(node);
    } else run.push(node as PhrasingContent);
  }
  close();
  return made;
}

function absolute(href: string, { locale, page, origin }: Scene): string {
  const found = locale.index.resolve(href, page);
  if (found && 'target' in found) return `${origin}${found.target.href}`;
  return /^\/[^/]/.test(href) ? `${origin}${assetHref({ base: locale.base }, href)}` : href;
}
