import { buildTree } from '../../../src/model/decision-tree.ts';
import type { DecisionEntry } from '../../../src/model/entry.ts';

type Answers = Record<string, string>;

/** Builds a tree from `question: { answer: target }` and the names of its outcomes. */
export function tree(questions: Record<string, Answers>, outcomes: string[], start = Object.keys(questions)[0]!, assumed: Answers = {}) {
  const data = {
    title: 'T',
    summary: 'S',
    start,
    questions: Object.fromEntries(
      Object.entries(questions).map(([id, answers]) => [
        id,
        {
          ask: `${id}?`,
          see: [],
          sources: [],
          assumed: assumed[id],
          answers: Object.fromEntries(Object.entries(answers).map(([answer, to]) => [answer, { label: answer, to }])),
        },
      ]),
    ),
    outcomes: Object.fromEntries(
      outcomes.map((id) => [id, { verdict: id, level: 'clear' as const, text: id, see: [], sources: [], 'rests-on': [] }]),
    ),
  };
  return buildTree({ kind: 'decision', id: 'tree', lang: 'en', file: 'en/decisions/tree.yaml', data } as unknown as DecisionEntry);
}
