import type { Answer, Question, TreeNode } from './decision-nodes.ts';

/** A step of a path: a question and the answer. */
export interface Step {
  question: Question;
  answer: Answer;
}

/** A state of a tree: the steps so far, and the node that they lead to. */
export interface State {
  steps: readonly Step[];
  node: TreeNode;
}

/** The maximum number of states of a tree. Every state becomes a page. */
export const STATE_LIMIT = 2000;

/** Lists the states of a tree, shorter paths first. Stops soon after the limit is exceeded. */
export function statesOf(start: Question): State[] {
  const states: State[] = [{ steps: [], node: start }];
  for (let next = 0; next < states.length && states.length <= STATE_LIMIT; next += 1) {
    const { steps, node } = states[next]!;
    if (node.kind === 'outcome') continue;
    for (const answer of node.answers) states.push({ steps: [...steps, { question: node, answer }], node: answer.target });
  }
  return states;
}

/** The part of a tree that paths need. */
interface PathTree {
  id: string;
  start: Question;
  nodes: readonly TreeNode[];
  states: readonly State[];
}

/** Returns the path of a state under its language: `decide/<tree>/<answer>/…/`. */
export function statePath({ id }: Pick<PathTree, 'id'>, { steps }: Pick<State, 'steps'>): string {
  return ['decide', id, ...steps.map(({ answer }) => answer.id), ''].join('/');
}

/** Finds the state with the shortest path to a node; an invalid tree has none. */
export const shortestPath = ({ states }: Pick<PathTree, 'states'>, node: TreeNode): State | undefined => states.find((state) => state.node === node);

/** Returns the minimum and the maximum number of questions from a node to an outcome, including the node itself. */
export function questionsLeft(node: TreeNode): { least: number; most: number } {
  const known = new Map<TreeNode, { least: number; most: number }>();
  const left = (from: TreeNode): { least: number; most: number } => {
    if (from.kind === 'outcome') return { least: 0, most: 0 };
    const made = known.get(from);
    if (made) return made;
    // In development a tree may have a cycle.
    known.set(from, { least: 0, most: 0 });
    const after = from.answers.map(({ target }) => left(target));
    const least = after.length > 0 ? Math.min(...after.map((one) => one.least)) : 0;
    const count = { least: 1 + least, most: 1 + Math.max(0, ...after.map((one) => one.most)) };
    known.set(from, count);
    return count;
  };
  return left(node);
}

/** Follows a list of answer ids as far as the tree has such answers. */
export function followAnswers({ start, nodes }: Pick<PathTree, 'start' | 'nodes'>, answers: readonly string[]): State {
  const steps: Step[] = [];
  let node: TreeNode = start;
  // In a tree with a cycle the answers could continue forever; no path of a valid tree is longer than its number of nodes.
  for (const id of answers.slice(0, nodes.length)) {
    const question: TreeNode = node;
    const answer: Answer | undefined = question.kind === 'question' ? question.answers.find((one) => one.id === id) : undefined;
    if (question.kind === 'outcome' || !answer) break;
    steps.push({ question, answer });
    node = answer.target;
  }
  return { steps, node };
}
