import type { DecisionData } from '../schema/decision.ts';
import { isNode, nodesOf, strays, visitNodes } from './decision-graph.ts';
import type { DecisionEntry, Path } from './entry.ts';
import { nearest } from './likeness.ts';
import { STATE_LIMIT, statesOf, type State } from './walk.ts';

export interface Tree {
  id: string;
  lang: string;
  file: string;
  data: DecisionData;
  failed: readonly Path[] | undefined;
  /** Ids of all nodes in the order in which a reader meets them: depth first, answers in their order. */
  order: string[];
  /** Every state of the walk, the start first. Empty when the graph is faulty. */
  states: State[];
  faults: TreeFault[];
}

export type TreeFault =
  | { kind: 'missing-target'; question: string; answer: string; to: string }
  | { kind: 'missing-start'; to: string }
  | { kind: 'duplicate-node'; id: string }
  | { kind: 'unreachable-node'; id: string }
  | { kind: 'cycle'; question: string; answer: string; path: string[] }
  | { kind: 'no-outcome'; id: string }
  | { kind: 'unknown-answer'; question: string; answer: string; known: string[] }
  | { kind: 'too-many-states' };

/** Prove a tree sound (every target there, every node reached, every path ending) and list the states of its walk. */
export function growTree(entry: DecisionEntry): Tree {
  const { id, lang, file, data, failed } = entry;
  const tree: Tree = { id, lang, file, data, failed, order: [], states: [], faults: [] };
  const { faults } = tree;
  const { questions, outcomes } = data;
  for (const [id, question] of Object.entries(questions)) {
    if (Object.hasOwn(outcomes, id)) faults.push({ kind: 'duplicate-node', id });
    const answers = Object.entries(question.answers);
    if (answers.length === 0) faults.push({ kind: 'no-outcome', id });
    for (const [answer, { to }] of answers) {
      if (!isNode(data, to)) faults.push({ kind: 'missing-target', question: id, answer, to });
    }
    if (question.assumed !== undefined && !Object.hasOwn(question.answers, question.assumed)) {
      faults.push({ kind: 'unknown-answer', question: id, answer: question.assumed, known: Object.keys(question.answers) });
    }
  }
  if (!Object.hasOwn(questions, data.start)) faults.push({ kind: 'missing-start', to: data.start });
  const { order, cycles } = visitNodes(data, data.start);
  tree.order = order;
  faults.push(...cycles.map((cycle) => ({ kind: 'cycle', ...cycle }) as const));
  // An answer that could not be read may lead anywhere.
  if (!(failed ?? []).some(isTarget))
    faults.push(...strays(data, [...order, ...meant(data, faults)]).map((stray) => ({ kind: 'unreachable-node', id: stray }) as const));
  if (faults.length === 0) tree.states = statesOf(data);
  if (tree.states.length > STATE_LIMIT) {
    faults.push({ kind: 'too-many-states' });
    tree.states = [];
  }
  return tree;
}

/** Guess the nodes that misspelt targets meant, so that one slip is not told twice. */
function meant(data: DecisionData, faults: readonly TreeFault[]): string[] {
  const nodes = nodesOf(data);
  return faults.flatMap((fault) => (fault.kind === 'missing-target' || fault.kind === 'missing-start' ? nearest(fault.to, nodes).slice(0, 1) : []));
}

/** Tell whether a field says where a question leads. */
const isTarget = ([room, , part, , field]: Path): boolean =>
  room === undefined || room === 'start' || (room === 'questions' && (part === undefined || (part === 'answers' && field !== 'label')));
