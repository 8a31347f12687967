import type { XastElement } from 'svgo/browser';

/*
 * The classes of a cleaned drawing, which `src/styles/diagram.css` colours:
 *
 *   diagram                                  the svg itself
 *   node  question | outcome + duty | terms | risk | clear
 *   edge  assumed                            a line between nodes; the assumed answer (thick in Mermaid)
 *   edge-label  cluster  arrow               the text on an edge; a frame around nodes; an arrowhead
 *   shape | band | line | solid  dashed      filled and outlined; filled only; outlined only; small and dark
 *   strong | em                              a run of text
 */

const levels = ['duty', 'terms', 'risk', 'clear'];
const renamed = new Map(
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

/** Returns the classes of an element of Mermaid's drawing that are listed above, in a fixed order. */
export function classesOf(element: XastElement): string[] {
  const own = tokens(element.attributes['class']);
  const parts = tokens(element.attributes['data-part']);
  const isEdge = element.attributes['data-edge'] === 'true';
  const classes = own.flatMap((name) => renamed.get(name) ?? (kept.has(name) ? name : []));
  if (own.some((name) => levels.includes(name))) classes.push('outcome');
  return [...new Set(isEdge ? ['edge', ...classes, ...parts.filter((part) => part === 'dashed')] : [...classes, ...parts])];
}

/** Returns the data attribute with the id of a node, of an edge, or of the edge of a label, for tests and scripts. */
export function dataAttributesOf(element: XastElement): Record<string, string> {
  const { id = '', 'data-id': edge = '', 'data-edge': isEdge } = element.attributes;
  const [node] = tokens(element.attributes['class']).includes('node') ? nodeIdOf(id) : [];
  if (node) return { 'data-node': node };
  if (!edge.startsWith('_')) return {};
  return { [isEdge ? 'data-edge' : 'data-label']: edge.slice(1) };
}

/** Returns the id that the node of an element has in the Mermaid source; an empty list for an element that is not a node. */
export function nodeIdOf(elementId: string): string[] {
  const node = /^[a-z]+-(?:flowchart|state|classId|entity)-(.+)-\d+$/.exec(elementId)?.[1];
  return node ? [node.replace(/^_/, '')] : [];
}

function tokens(list = ''): string[] {
  return list.split(/\s+/).filter(Boolean);
}
