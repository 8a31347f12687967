import type { DecisionData, OutcomeData, QuestionData } from '../schema/decision.ts';
import { answersOf } from './decision-graph.ts';

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

/** The most states a tree may have: one page is built for each (issue 3). */
export const STATE_LIMIT = 2000;

/** List the states of a walk, the start first; one more than the limit when there are more. */
export function statesOf(data: DecisionData): State[] {
  const states: State[] = [{ steps: [], node: data.start }];
  for (let next = 0; next < states.length && states.length <= STATE_LIMIT; next += 1) {
    const { steps, node } = states[next]!;
    for (const [answer, { to }] of answersOf(data, node)) {
      states.push({ steps: [...steps, { question: node, answer }], node: to });
    }
  }
  return states;
}

/** What a walk goes through: a tree, or as much of one as is known. */
interface Walked {
  id: string;
  data: DecisionData;
  order: readonly string[];
}

/** Find a question or an outcome by its id. */
export function nodeOf({ data: { questions, outcomes } }: Pick<Walked, 'data'>, id: string): { question: QuestionData } | { outcome: OutcomeData } {
  return Object.hasOwn(questions, id) ? { question: questions[id]! } : { outcome: outcomes[id]! };
}

/** Give the path of a state under its language: `decide/<tree>/<answer>/…/`. */
export function statePath(tree: Pick<Walked, 'id'>, state: State): string {
  return ['decide', tree.id, ...state.steps.map(({ answer }) => answer), ''].join('/');
}

/** Follow the article's own answers to the outcome they lead to; stops where the article assumes nothing. */
export const assumedPath = (tree: Walked): State => walk(tree, ({ assumed }) => assumed);

/** Follow given answers as far as the tree knows them. */
export const givenPath = (tree: Walked, answers: readonly string[]): State => walk(tree, (_, at) => answers[at]);

function walk({ data: { questions, start }, order }: Walked, choose: (question: QuestionData, at: number) => string | undefined): State {
  const state: State = { steps: [], node: start };
  // A tree with a circle is shown while it is being written.
  while (Object.hasOwn(questions, state.node) && state.steps.length < order.length) {
    const question = questions[state.node]!;
    const answer = choose(question, state.steps.length);
    if (answer === undefined || !Object.hasOwn(question.answers, answer)) break;
    state.steps.push({ question: state.node, answer });
    state.node = question.answers[answer]!.to;
  }
  return state;
}
