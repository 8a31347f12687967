import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { parseBody } from '../../markdown/processor.ts';
import type { Draft } from './draft.ts';
import { resolveLinks } from './resolve-links.ts';
import { paragraphs } from './simplify-tree.ts';

/** Characters of other dialects that are literal text here. */
const UNSAFE = [
  { character: '$', inConstruct: 'phrasing' },
  { character: '^', inConstruct: 'phrasing' },
  { character: '%', before: '%', inConstruct: 'phrasing' },
  { character: '=', before: '=', inConstruct: 'phrasing' },
  { character: ':', after: '[a-z_]+:', inConstruct: 'phrasing' },
  { character: ':', after: ':', inConstruct: 'phrasing' },
  { character: '!', after: '!!', atBreak: true },
  { character: '?', after: '\\?\\?', atBreak: true },
  { character: '[', inConstruct: 'phrasing' },
  { character: '@', before: '\\[', inConstruct: 'phrasing' },
] as const;

const writer = unified()
  .use(remarkStringify, { bullet: '-', rule: '-', unsafe: UNSAFE as never })
  .use(remarkGfm)
  .use(remarkMdx)
  .freeze();

/** Writes the body of a page. What the parser of pages does not accept is written without HTML. */
export function writeBody(draft: Draft, byPath: ReadonlyMap<string, Draft>): string {
  resolveLinks(draft, byPath);
  if (draft.tree.children.every(({ type }) => type === 'footnoteDefinition' || type === 'definition'))
    draft.tree.children.unshift({ type: 'paragraph', children: [{ type: 'text', value: draft.summary }] });
  const body = writer.stringify(draft.tree);
  if (isAccepted(body)) return body;
  visit(draft.tree, (node, index, parent) => {
    if (!parent || index === undefined || (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement')) return undefined;
    draft.lost.push(`<${node.name}>`);
    parent.children.splice(index, 1, ...(node.children as never[]));
    return [SKIP, index];
  });
  draft.tree.children = paragraphs(draft.tree.children);
  return writer.stringify(draft.tree);
}

function isAccepted(body: string): boolean {
  try {
    parseBody(body, 'en/concepts/page.mdx');
    return true;
  } catch {
    return false;
  }
}
