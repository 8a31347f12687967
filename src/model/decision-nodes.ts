/** The questions and outcomes of a decision, with every answer resolved to the node it leads to. */
import type { DecisionData, OutcomeData, QuestionData } from '../schema/decision.ts';

export type TreeNode = Question | Outcome;

export interface Question extends Omit<QuestionData, 'answers'> {
  kind: 'question';
  id: string;
  /** The position among the questions of the tree, counted from 1. */
  number: number;
  answers: readonly Answer[];
}

export interface Answer {
  id: string;
  label: string;
  target: TreeNode;
}

export interface Outcome extends Omit<OutcomeData, 'rests-on'> {
  kind: 'outcome';
  id: string;
  /** The points of the article on which the outcome rests. */
  restsOn: string[];
}

/**
 * Resolves the nodes of a decision, by id and in the order of the file. Skips an answer without a target. If a
 * question and an outcome have the same id, keeps the question. `buildTree` reports both errors and numbers the questions.
 */
export function resolveNodes({ questions, outcomes }: DecisionData): Map<string, TreeNode> {
  const nodes = new Map<string, TreeNode>();
  const answers = new Map<string, Answer[]>();
  for (const [id, { answers: _, ...question }] of Object.entries(questions)) {
    answers.set(id, []);
    nodes.set(id, { kind: 'question', id, number: 0, ...question, answers: answers.get(id)! });
  }
  for (const [id, { 'rests-on': restsOn, ...outcome }] of Object.entries(outcomes)) {
    if (!nodes.has(id)) nodes.set(id, { kind: 'outcome', id, ...outcome, restsOn });
  }
  for (const [id, resolved] of answers) {
    for (const [answer, { label, to }] of Object.entries(questions[id]!.answers)) {
      const target = nodes.get(to);
      if (target) resolved.push({ id: answer, label, target });
    }
  }
  return nodes;
}
