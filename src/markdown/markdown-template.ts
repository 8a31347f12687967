/** The Markdown version of a body as a template: all that depends on other pages is a reference. So a page is written once, when it is parsed. */
import type { Blockquote, Data, Nodes, Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify, { type Options } from 'remark-stringify';
import { unified } from 'unified';
import type { CitationItem } from './citations.ts';
import { headingId } from './heading-ids.ts';
import { BLOCK_ELEMENTS } from './html-blocks.ts';
import { literalOf } from './plain-text.ts';

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
// The references change the width of a cell.
export const writer = unified().use(remarkStringify, { bullet: '-', rule: '-', handlers: { text } }).use(remarkGfm, { tablePipeAlign: false });

/** What a template takes from the model: the URL of a section of the page or of a link, a link to an entry, a citation, the title of a difference. */
export type MarkdownReference =
  { section: string } | { href: string } | { entry: string } | { items: CitationItem[] } | { differs: Record<string, string> };

/** The marks of a reference are characters that a page may not contain. Between them are characters that Markdown does not escape. */
const REFERENCE = /\u{FDD0}([\w-]*)\u{FDD1}/gu;
const mark = (reference: MarkdownReference): string => `\u{FDD0}${Buffer.from(JSON.stringify(reference)).toString('base64url')}\u{FDD1}`;

/** Replaces the references of a template. */
export const fillReferences = (template: string, textOf: (reference: MarkdownReference) => string): string =>
  template.replace(REFERENCE, (_, encoded: string) => textOf(JSON.parse(Buffer.from(encoded, 'base64url').toString()) as MarkdownReference));

/** Returns the template of a body. A heading links to its own URL, a block ends with its fragment. */
export const markdownTemplate = (tree: Root): string =>
  writer.stringify({ type: 'root', children: tree.children.flatMap((node) => addressed(node)) } as Root).trim();

/** Converts a node, and adds the fragment of a block: `{#definition.2}`. */
function addressed(node: Nodes): Nodes[] {
  const id = (node.data as Data | undefined)?.hProperties?.id;
  const nodes = plain(node);
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
function plain(node: Nodes): Nodes[] {
  const children = (): Nodes[] => ('children' in node ? node.children.flatMap((child) => addressed(child)) : []);
  switch (node.type) {
    case 'heading': {
      const id = headingId(node);
      const words = children() as PhrasingContent[];
      const title: PhrasingContent[] = id ? [{ type: 'link', url: mark({ section: id }), children: words as never }] : words;
      return [{ type: 'heading', depth: node.depth, children: title }];
    }
    case 'image':
      return [{ ...node, url: urlOf(node.url) }];
    case 'link':
    case 'definition':
      return [{ ...node, url: urlOf(node.url), ...('children' in node ? { children: children() } : {}) } as Nodes];
    case 'citation':
      return [{ type: 'html', value: mark({ items: node.items }) }];
    case 'diagram':
      return [{ type: 'code', lang: 'mermaid', value: node.value.replace(/"(kb:[^"]+)"/g, (_, href: string) => `"${urlOf(href)}"`) }];
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return component(node, children());
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

function component(node: Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>, children: Nodes[]): Nodes[] {
  const attributes = Object.fromEntries(
    node.attributes.flatMap((one) => (one.type === 'mdxJsxAttribute' && typeof one.value === 'string' ? [[one.name, one.value]] : [])),
  );
  if (node.name === 'Differs') {
    const title: RootContent = { type: 'paragraph', children: [{ type: 'html', value: mark({ differs: attributes }) }] };
    return [{ type: 'blockquote', children: [title, ...children] as Blockquote['children'] }];
  }
  if (node.name === 'Tree') {
    return [{ type: 'paragraph', children: [{ type: 'html', value: mark({ entry: attributes.id ?? '' }) }] }];
  }
  if (node.name === 'img') {
    const image: PhrasingContent = { type: 'image', url: urlOf(attributes.src ?? ''), alt: attributes.alt ?? '' };
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

/** Returns a reference to the target of a link; a URL of another site stays. */
const urlOf = (href: string): string => (/^(?:https?:|mailto:|tel:)/i.test(href) ? href : mark({ href }));
