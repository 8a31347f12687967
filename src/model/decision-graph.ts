/** The nodes of a decision as a graph. Cycles and unreachable nodes are allowed, so that the checks can find them. */
import type { Answer, TreeNode } from './decision-nodes.ts';

/** An answer that closes a cycle. `path`: the ids of the nodes from its target to its question, and the target again. */
export interface Cycle {
  question: string;
  answer: string;
  path: string[];
}

/**
 * Lists the nodes that can be reached from `start`, each after every node that leads to it (a topological order), the branch
 * of the first answer first. An answer that closes a cycle is reported and otherwise ignored.
 */
export function sortNodes(start: TreeNode): { sorted: TreeNode[]; cycles: Cycle[] } {
  const finished: TreeNode[] = [];
  const cycles: Cycle[] = [];
  const seen = new Set<TreeNode>();
  const onPath = new Set<TreeNode>();
  // Not recursive, because a deep tree would overflow the call stack.
  const path: { node: TreeNode; left: Answer[] }[] = [];
  const enter = (node: TreeNode): void => {
    seen.add(node);
    onPath.add(node);
    path.push({ node, left: [...answersOf(node)] });
  };
  enter(start);
  while (path.length > 0) {
    const { node, left } = path.at(-1)!;
    // The last answer first: the list is reversed at the end.
    const answer = left.pop();
    if (!answer) {
      path.pop();
      onPath.delete(node);
      finished.push(node);
    } else if (onPath.has(answer.target)) {
      const ids = path.map((step) => step.node.id);
      cycles.push({ question: node.id, answer: answer.id, path: [...ids.slice(ids.indexOf(answer.target.id)), answer.target.id] });
    } else if (!seen.has(answer.target)) enter(answer.target);
  }
  return { sorted: finished.toReversed(), cycles };
}

/** Finds the nodes that cannot be reached from `roots`. Of an unreachable branch only the first node is listed. */
export function unreachableNodes(nodes: readonly TreeNode[], roots: readonly TreeNode[]): TreeNode[] {
  const seen = new Set<TreeNode>();
  const reach = (from: TreeNode): void => sortNodes(from).sorted.forEach((node) => seen.add(node));
  for (const root of roots) if (!seen.has(root)) reach(root);
  const left = nodes.filter((node) => !seen.has(node));
  const targets = new Set(left.flatMap((node) => answersOf(node).flatMap(({ target }) => (target === node ? [] : [target]))));
  const found: TreeNode[] = [];
  for (const node of [...left.filter((one) => !targets.has(one)), ...left]) {
    if (seen.has(node)) continue;
    found.push(node);
    reach(node);
  }
  return found;
}

const answersOf = (node: TreeNode) => (node.kind === 'question' ? node.answers : []);
