import type { DecisionData, OutcomeData, QuestionData } from '../schema/decision.ts';
import type { DecisionEntry, Path } from './entry.ts';
import { nearest } from './likeness.ts';

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

/** The most states a tree may have: one page is built for each (issue 3). */
export const STATE_LIMIT = 2000;

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
  faults.push(...cycles);
  // An answer that could not be read may lead anywhere.
  if (!(failed ?? []).some(isTarget))
    faults.push(...strays(data, [...order, ...meant(data, faults)]).map((stray) => ({ kind: 'unreachable-node', id: stray }) as const));
  if (faults.length === 0) tree.states = statesOf(tree);
  if (tree.states.length > STATE_LIMIT) {
    faults.push({ kind: 'too-many-states' });
    tree.states = [];
  }
  return tree;
}

const isNode = (data: DecisionData, id: string): boolean => Object.hasOwn(data.questions, id) || Object.hasOwn(data.outcomes, id);

/** Go through the nodes from one of them, depth first, and note every answer that leads back. */
function visitNodes(data: DecisionData, start: string): { order: string[]; cycles: (TreeFault & { kind: 'cycle' })[] } {
  const order = new Set<string>();
  const cycles: (TreeFault & { kind: 'cycle' })[] = [];
  /** The way to the node at hand; a list of its own, since a deep tree would overflow the stack. */
  const path: { id: string; left: [answer: string, to: string][] }[] = [];
  const open = new Set<string>();
  const enter = (id: string): void => {
    order.add(id);
    open.add(id);
    path.push({ id, left: answersOf(data, id).map(([answer, { to }]) => [answer, to]) });
  };
  if (isNode(data, start)) enter(start);
  while (path.length > 0) {
    const { id, left } = path.at(-1)!;
    const next = left.shift();
    if (!next) {
      open.delete(id);
      path.pop();
      continue;
    }
    const [answer, to] = next;
    if (open.has(to))
      cycles.push({ kind: 'cycle', question: id, answer, path: [...path.slice(path.findIndex((one) => one.id === to)).map((one) => one.id), to] });
    else if (!order.has(to) && isNode(data, to)) enter(to);
  }
  return { order: [...order], cycles };
}

/** Guess the nodes that misspelt targets meant, so that one slip is not told twice. */
function meant(data: DecisionData, faults: readonly TreeFault[]): string[] {
  const nodes = nodesOf(data);
  return faults.flatMap((fault) => (fault.kind === 'missing-target' || fault.kind === 'missing-start' ? nearest(fault.to, nodes).slice(0, 1) : []));
}

/** Find the nodes that are not reached, and of a branch that hangs in the air only the first. */
function strays(data: DecisionData, reached: readonly string[]): string[] {
  const seen = new Set<string>();
  const reach = (from: string): void => visitNodes(data, from).order.forEach((id) => seen.add(id));
  for (const id of reached) if (!seen.has(id)) reach(id);
  const left = nodesOf(data).filter((id) => !seen.has(id));
  const led = new Set(left.flatMap((id) => answersOf(data, id).flatMap(([, { to }]) => (to === id ? [] : [to]))));
  const found: string[] = [];
  for (const id of [...left.filter((one) => !led.has(one)), ...left]) {
    if (seen.has(id)) continue;
    found.push(id);
    reach(id);
  }
  return found;
}

const nodesOf = ({ questions, outcomes }: DecisionData): string[] => Object.keys({ ...questions, ...outcomes });

/** Tell whether a field says where a question leads. */
const isTarget = ([room, , part, , field]: Path): boolean =>
  room === undefined || room === 'start' || (room === 'questions' && (part === undefined || (part === 'answers' && field !== 'label')));

const answersOf = ({ questions }: DecisionData, id: string) => (Object.hasOwn(questions, id) ? Object.entries(questions[id]!.answers) : []);

function statesOf(tree: Tree): State[] {
  const states: State[] = [{ steps: [], node: tree.data.start }];
  for (let next = 0; next < states.length && states.length <= STATE_LIMIT; next += 1) {
    const { steps, node } = states[next]!;
    for (const [answer, { to }] of answersOf(tree.data, node)) {
      states.push({ steps: [...steps, { question: node, answer }], node: to });
    }
  }
  return states;
}

/** Find a question or an outcome by its id. */
export function nodeOf(tree: Tree, id: string): { question: QuestionData } | { outcome: OutcomeData } {
  const { questions, outcomes } = tree.data;
  return Object.hasOwn(questions, id) ? { question: questions[id]! } : { outcome: outcomes[id]! };
}

/** Give the path of a state under its language: `decide/<tree>/<answer>/…/`. */
export function statePath(tree: Tree, state: State): string {
  return ['decide', tree.id, ...state.steps.map(({ answer }) => answer), ''].join('/');
}

/** Follow the article's own answers from a node to the outcome they lead to; stops where the article assumes nothing. */
export function assumedPath(tree: Tree): State {
  const { questions, start } = tree.data;
  const state: State = { steps: [], node: start };
  // A tree with a circle is shown while it is being written.
  while (Object.hasOwn(questions, state.node) && state.steps.length < tree.order.length) {
    const { assumed = '', answers } = questions[state.node]!;
    if (!Object.hasOwn(answers, assumed)) break;
    state.steps.push({ question: state.node, answer: assumed });
    state.node = answers[assumed]!.to;
  }
  return state;
}
