import type { XastElement } from 'svgo/browser';

/*
 * The classes of a slimmed drawing, which `src/styles/diagram.css` colours:
 *
 *   diagram                                  the svg itself
 *   node  question | outcome + duty | terms | risk | clear
 *   edge  assumed                            a line between nodes; the article's own answer (thick in Mermaid)
 *   edge-label  cluster  arrow               the words on a line; a frame around nodes; the head of a line
 *   shape | band | line | solid  dashed      filled and outlined; filled only; outlined only; a small dark sign
 *   strong | em                              a run of text
 */

const levels = ['duty', 'terms', 'risk', 'clear'];
const named = new Map(
  Object.entries({
    node: 'node',
    edgeLabel: 'edge-label',
    messageText: 'edge-label',
    loopText: 'edge-label',
    cluster: 'cluster',
    marker: 'arrow',
    'edge-thickness-thick': 'assumed',
  }),
);
const kept = new Set(['question', 'assumed', ...levels]);

/** Give the classes of the vocabulary that an element of Mermaid's drawing has, in a fixed order. */
export function classesOf(element: XastElement): string[] {
  const own = words(element.attributes['class']);
  const parts = words(element.attributes['data-part']);
  const isEdge = element.attributes['data-edge'] === 'true';
  const classes = own.flatMap((name) => named.get(name) ?? (kept.has(name) ? name : []));
  if (own.some((name) => levels.includes(name))) classes.push('outcome');
  return [...new Set(isEdge ? ['edge', ...classes, ...parts.filter((part) => part === 'dashed')] : [...classes, ...parts])];
}

/** Give the ids by which a test, or a script, finds what an element stands for: a node, an edge, the words on an edge. */
export function standsFor(element: XastElement): Record<string, string> {
  const { id = '', 'data-id': edge = '', 'data-edge': isEdge } = element.attributes;
  const [node] = words(element.attributes['class']).includes('node') ? nodeIdOf(id) : [];
  if (node) return { 'data-node': node };
  if (!edge.startsWith('_')) return {};
  return { [isEdge ? 'data-edge' : 'data-label']: edge.slice(1) };
}

/** Returns the id in the Mermaid source of the node that has an element id of Mermaid's; an empty list for any other element. */
export function nodeIdOf(elementId: string): string[] {
  const node = /^[a-z]+-(?:flowchart|state|classId|entity)-(.+)-\d+$/.exec(elementId)?.[1];
  return node ? [node.replace(/^_/, '')] : [];
}

function words(list = ''): string[] {
  return list.split(/\s+/).filter(Boolean);
}
