import type { Nodes, Parents, Root } from 'mdast';
import { headingId } from './heading-ids.ts';
import { plainText } from './plain-text.ts';

/**
 * Returns the text of the section with an id, or that before the first heading, without the text in components; for a section without text of its own,
 * that of its first subsection. If the text is in components only, returns the last paragraph, which is the statement of the sources.
 */
export function excerptOf({ children: nodes }: Root, section: string): string {
  const start = nodes.findIndex((node) => node.type === 'heading' && headingId(node) === section);
  const heading = nodes[start];
  const own: string[] = [];
  const aside: string[] = [];
  for (const node of nodes.slice(start + 1)) {
    if (node.type === 'heading' && (own.length + aside.length > 0 || (heading?.type === 'heading' && node.depth <= heading.depth))) break;
    if (node.type === 'mdxJsxFlowElement' && /^\p{Lu}/u.test(node.name ?? '')) aside.push(...node.children.flatMap(saidIn));
    else own.push(...saidIn(node));
  }
  return (own.length ? own : aside.slice(-1)).map((text) => (/[\p{L}\d%]$/u.test(text) ? `${text}.` : text)).join(' ');
}

/** Lists the paragraphs in a node, without tables, code and components. */
function saidIn(node: Nodes): string[] {
  if (node.type === 'mdxJsxFlowElement')
    return node.children.some((child) => child.type === 'paragraph') ? node.children.flatMap(saidIn) : [plainText(node)].filter(Boolean);
  if (node.type === 'paragraph') return [plainText(node)].filter(Boolean);
  return node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote' ? (node as Parents).children.flatMap(saidIn) : [];
}
