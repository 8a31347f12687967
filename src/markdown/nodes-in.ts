import type { Nodes as HastNodes } from 'hast';
import type { Nodes as MdastNodes } from 'mdast';

export function nodesIn(tree: HastNodes): HastNodes[];
export function nodesIn(tree: MdastNodes): MdastNodes[];
/**
 * Lists a node and all nodes in it, each before its children. Takes a tenth of the time of unist-util-visit, which is needed only where the parent or
 * the order of changes matters. A build visits each page some twenty times.
 */
export function nodesIn(tree: MdastNodes | HastNodes): (MdastNodes | HastNodes)[] {
  const nodes: (MdastNodes | HastNodes)[] = [];
  const add = (node: MdastNodes | HastNodes): void => {
    nodes.push(node);
    if ('children' in node) for (const child of node.children) add(child);
  };
  add(tree);
  return nodes;
}

/** Returns the first node at a depth; the root is at 0. Does not recurse, so that no tree is too deep for it. */
export function nodeAtDepth(tree: MdastNodes, depth: number): MdastNodes | undefined {
  let level: MdastNodes[] = [tree];
  for (let at = 0; at < depth; at += 1) level = level.flatMap((node): MdastNodes[] => ('children' in node ? node.children : []));
  return level[0];
}
