import type { DecisionData, OutcomeData, QuestionData } from '../schema/decision.ts';
import type { DecisionEntry } from './entry.ts';

/** One step of a walk: the question asked and the answer given. */
export interface Step {
  question: string;
  answer: string;
}

/** A state of the walk: the answers so far, and the node they lead to. */
export interface State {
  steps: Step[];
  node: string;
}

export interface Tree {
  id: string;
  lang: string;
  file: string;
  data: DecisionData;
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
  | { kind: 'cycle'; path: string[] }
  | { kind: 'no-outcome'; id: string }
  | { kind: 'unknown-answer'; question: string; answer: string; known: string[] }
  | { kind: 'too-many-states' };

/** The most states a tree may have: one page is built for each (issue 3). */
export const STATE_LIMIT = 2000;

/** Prove a tree sound (every target there, every node reached, every path ending) and list the states of its walk. */
export function growTree(entry: DecisionEntry): Tree {
  const { data } = entry;
  const tree: Tree = { id: entry.id, lang: entry.lang, file: entry.file, data, order: [], states: [], faults: [] };
  const { faults } = tree;
  for (const [id, question] of Object.entries(data.questions)) {
    if (Object.hasOwn(data.outcomes, id)) faults.push({ kind: 'duplicate-node', id });
    const answers = Object.entries(question.answers);
    if (answers.length === 0) faults.push({ kind: 'no-outcome', id });
    for (const [answer, { to }] of answers) {
      if (!isNode(data, to)) faults.push({ kind: 'missing-target', question: id, answer, to });
    }
    if (question.assumed !== undefined && !Object.hasOwn(question.answers, question.assumed)) {
      faults.push({ kind: 'unknown-answer', question: id, answer: question.assumed, known: Object.keys(question.answers) });
    }
  }
  if (!Object.hasOwn(data.questions, data.start)) {
    faults.push({ kind: 'missing-start', to: data.start });
    return tree;
  }
  visitNodes(tree);
  for (const id of [...Object.keys(data.questions), ...Object.keys(data.outcomes)]) {
    if (!tree.order.includes(id)) faults.push({ kind: 'unreachable-node', id });
  }
  if (faults.length === 0) tree.states = statesOf(tree);
  if (tree.states.length > STATE_LIMIT) {
    faults.push({ kind: 'too-many-states' });
    tree.states = [];
  }
  return tree;
}

const isNode = (data: DecisionData, id: string): boolean => Object.hasOwn(data.questions, id) || Object.hasOwn(data.outcomes, id);

function visitNodes(tree: Tree): void {
  const path: string[] = [];
  const visit = (id: string): void => {
    if (path.includes(id)) {
      tree.faults.push({ kind: 'cycle', path: [...path.slice(path.indexOf(id)), id] });
      return;
    }
    if (tree.order.includes(id)) return;
    tree.order.push(id);
    path.push(id);
    for (const { to } of Object.values(tree.data.questions[id]?.answers ?? {})) {
      if (isNode(tree.data, to)) visit(to);
    }
    path.pop();
  };
  visit(tree.data.start);
}

function statesOf(tree: Tree): State[] {
  const states: State[] = [{ steps: [], node: tree.data.start }];
  for (let next = 0; next < states.length && states.length <= STATE_LIMIT; next += 1) {
    const { steps, node } = states[next]!;
    for (const [answer, { to }] of Object.entries(tree.data.questions[node]?.answers ?? {})) {
      states.push({ steps: [...steps, { question: node, answer }], node: to });
    }
  }
  return states;
}

/** Find a question or an outcome by its id. */
export function nodeOf(tree: Tree, id: string): { question: QuestionData } | { outcome: OutcomeData } {
  const question = tree.data.questions[id];
  return question ? { question } : { outcome: tree.data.outcomes[id]! };
}

/** Give the path of a state under its language: `decide/<tree>/<answer>/…/`. */
export function statePath(tree: Tree, state: State): string {
  return ['decide', tree.id, ...state.steps.map(({ answer }) => answer), ''].join('/');
}

/** Follow the article's own answers from a node to the outcome they lead to; stops where the article assumes nothing. */
export function assumedPath(tree: Tree): State {
  const state: State = { steps: [], node: tree.data.start };
  for (let question = tree.data.questions[state.node]; question?.assumed; question = tree.data.questions[state.node]) {
    state.steps.push({ question: state.node, answer: question.assumed });
    state.node = question.answers[question.assumed]!.to;
  }
  return state;
}
