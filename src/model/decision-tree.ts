import type { DecisionData } from '../schema/decision.ts';
import { sortNodes, unreachableNodes } from './decision-graph.ts';
import { resolveNodes, type Outcome, type Question, type TreeNode } from './decision-nodes.ts';
import type { DecisionEntry, Path } from './entry.ts';
import { closestNames } from './did-you-mean.ts';
import { STATE_LIMIT, statesOf, type State } from './tree-path.ts';

/** A decision tree with resolved nodes. Every list and diagram of the tree uses the order of `nodes`. */
export interface Tree {
  id: string;
  lang: string;
  file: string;
  data: Pick<DecisionData, 'title' | 'summary' | 'terms'>;
  failed: readonly Path[] | undefined;
  /** The first question. If the file lacks it, an empty question with its id, and an error in `errors`. */
  start: Question;
  /**
   * Every node once, after all nodes that lead to it, the branch of the first answer first. So a link in the list leads to a higher number,
   * and a line in the diagram leads down. Unreachable nodes of an invalid tree are last.
   */
  nodes: readonly TreeNode[];
  /** The questions among `nodes`. */
  questions: readonly Question[];
  /** The outcomes among `nodes`. */
  outcomes: readonly Outcome[];
  /** The same nodes by id, in the order of the file. */
  byId: ReadonlyMap<string, TreeNode>;
  /** Every state, the start first. Empty if the graph is invalid. */
  states: readonly State[];
  errors: TreeError[];
}

export type TreeError =
  | { kind: 'missing-target'; question: string; answer: string; to: string }
  | { kind: 'missing-start'; to: string }
  | { kind: 'duplicate-node'; id: string }
  | { kind: 'unreachable-node'; id: string }
  | { kind: 'cycle'; question: string; answer: string; path: string[] }
  | { kind: 'no-outcome'; id: string }
  | { kind: 'unknown-answer'; question: string; answer: string; known: string[] }
  | { kind: 'too-many-states' };

/** Resolves and sorts the nodes of a decision, checks its graph, and lists its states. */
export function buildTree({ id, lang, file, data, failed }: DecisionEntry): Tree {
  const byId = resolveNodes(data);
  const first = byId.get(data.start);
  const start = first?.kind === 'question' ? first : emptyQuestion(data.start);
  const { sorted, cycles } = first ? sortNodes(first) : { sorted: [], cycles: [] };
  const nodes = [...new Set([...sorted, ...byId.values()])];
  const questions = nodes.filter((node) => node.kind === 'question');
  for (const [at, question] of questions.entries()) question.number = at + 1;
  const outcomes = nodes.filter((node) => node.kind === 'outcome');

  const errors: TreeError[] = [...checkReferences(data, byId), ...cycles.map((cycle) => ({ kind: 'cycle', ...cycle }) as const)];
  const intended = intendedTargets(errors, byId);
  // The target of an invalid answer is unknown, so any node may be reachable.
  if (!(failed ?? []).some(isTarget)) {
    const lost = unreachableNodes([...byId.values()], [...sorted, ...intended.filter((node) => node !== undefined)]);
    // A target that is like no node may be meant for one of the unreachable nodes.
    if (lost.length > intended.filter((node) => node === undefined).length)
      errors.push(...lost.map(({ id: node }) => ({ kind: 'unreachable-node', id: node }) as const));
  }
  let states = errors.length === 0 ? statesOf(start) : [];
  if (states.length > STATE_LIMIT) {
    errors.push({ kind: 'too-many-states' });
    states = [];
  }
  const { title, summary, terms } = data;
  return { id, lang, file, data: { title, summary, terms }, failed, start, nodes, questions, outcomes, byId, states, errors };
}

/** Finds the ids in a file that refer to no node, and the ids that are used twice. */
function checkReferences({ start, questions, outcomes }: DecisionData, byId: ReadonlyMap<string, TreeNode>): TreeError[] {
  const errors = Object.entries(questions).flatMap(([id, { answers, assumed }]): TreeError[] => {
    const known = Object.keys(answers);
    return [
      ...(Object.hasOwn(outcomes, id) ? [{ kind: 'duplicate-node', id } as const] : []),
      ...(known.length === 0 ? [{ kind: 'no-outcome', id } as const] : []),
      ...Object.entries(answers).flatMap(([answer, { to }]): TreeError[] =>
        byId.has(to) ? [] : [{ kind: 'missing-target', question: id, answer, to }],
      ),
      ...(assumed === undefined || known.includes(assumed) ? [] : [{ kind: 'unknown-answer', question: id, answer: assumed, known } as const]),
    ];
  });
  return Object.hasOwn(questions, start) ? errors : [...errors, { kind: 'missing-start', to: start }];
}

/** Guesses the nodes that misspelt targets refer to, so that a typo is not reported a second time as an unreachable node. */
function intendedTargets(errors: readonly TreeError[], byId: ReadonlyMap<string, TreeNode>): (TreeNode | undefined)[] {
  return errors.flatMap((error) =>
    error.kind === 'missing-target' || error.kind === 'missing-start' ? [byId.get(closestNames(error.to, byId.keys())[0] ?? '')] : [],
  );
}

const emptyQuestion = (id: string): Question => ({ kind: 'question', id, number: 1, ask: id, see: [], sources: [], answers: [] });

/** Whether a field contains the target of an answer. */
const isTarget = ([top, , part, , field]: Path): boolean =>
  top === undefined || top === 'start' || (top === 'questions' && (part === undefined || (part === 'answers' && field !== 'label')));
