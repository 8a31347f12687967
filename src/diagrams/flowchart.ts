import { lettered } from './lettering.ts';

/**
 * Write a decision tree as a Mermaid flowchart, nodes in the order in which a reader meets them.
 *
 * A node is `_<id>` (the underscore keeps ids such as `end` out of Mermaid's grammar), links to `#<id>`, and has a class
 * and a shape of its own: question a rounded box, duty a framed box, terms a card with a cut corner, risk a hexagon, clear a
 * stadium. An edge is `_<question>.<answer>`; the answer that the article assumes is a thick one (`==>`).
 *
 * @throws {RangeError} when an id is not kebab-case or an answer leads to no node.
 */
export function flowchart(tree: FlowTree): string {
  const ids = readingOrder(tree);
  return [
    'flowchart TB',
    `accTitle: ${lettered(tree.title)}`,
    `accDescr: ${lettered(tree.summary)}`,
    ...ids.flatMap((id) => node(tree, id)),
    ...ids.flatMap((id) => edges(tree, id)),
    '',
  ].join('\n');
}

function readingOrder(tree: FlowTree): string[] {
  const met = new Set([tree.start]);
  for (const id of met) {
    for (const { to } of Object.values(tree.questions[id]?.answers ?? {})) met.add(to);
  }
  const ids = [...met, ...Object.keys(tree.questions), ...Object.keys(tree.outcomes)];
  const answers = Object.values(tree.questions).flatMap((question) => Object.keys(question.answers));
  for (const id of [...ids, ...answers]) {
    if (!kebab.test(id)) throw new RangeError(`${tree.id}: "${id}" cannot name a node or an answer; write it in kebab-case.`);
  }
  return [...new Set(ids)];
}

function node(tree: FlowTree, id: string): string[] {
  const question = tree.questions[id];
  const outcome = tree.outcomes[id];
  if (!question && !outcome) throw new RangeError(`${tree.id}: an answer leads to "${id}", which is no question and no outcome.`);
  const kind = question ? 'question' : outcome!.level;
  const [open, close] = shapes[kind];
  const text = lettered(question?.ask ?? outcome!.verdict);
  return [`_${id}${open}"${text}"${close}:::${kind}`, ...(kind === 'terms' ? [`_${id}@{ shape: notch-rect }`] : []), `click _${id} href "#${id}"`];
}

function edges(tree: FlowTree, id: string): string[] {
  const { assumed, answers = {} } = tree.questions[id] ?? {};
  return Object.entries(answers).map(([answer, { label, to }]) => {
    const line = answer === assumed ? '==>' : '-->';
    return `_${id} _${id}.${answer}@${line}|"${lettered(label)}"| _${to}`;
  });
}

const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const shapes: Record<'question' | Level, [string, string]> = {
  question: ['(', ')'],
  duty: ['[[', ']]'],
  terms: ['[', ']'],
  risk: ['{{', '}}'],
  clear: ['([', '])'],
};

export type Level = 'duty' | 'terms' | 'risk' | 'clear';

/** What a drawing needs of a decision tree; a tree of the content schema fits. */
export type FlowTree = {
  id: string;
  lang: string;
  title: string;
  summary: string;
  start: string;
  questions: Record<string, { ask: string; assumed?: string; answers: Record<string, { label: string; to: string }> }>;
  outcomes: Record<string, { verdict: string; level: Level }>;
};
