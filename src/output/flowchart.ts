import { escapeLabel } from '../diagrams/mermaid-escape.ts';
import type { Outcome, Question, TreeNode } from '../model/decision-nodes.ts';
import type { Tree } from '../model/decision-tree.ts';

/**
 * Writes a decision tree as a Mermaid flowchart, in the order of its nodes.
 *
 * A node is `_<id>`, links to `#<id>`, and has a class and a shape of its own: a question is a rounded box, a duty a framed
 * box, terms a card with a cut corner, a risk a hexagon, a clear outcome a stadium. The underscore keeps ids such as `end`
 * apart from Mermaid's keywords. An edge is `_<question>.<answer>`; the answer that the article assumes is thick (`==>`).
 */
export function flowchart({ data, nodes, questions }: Tree): string {
  return [
    'flowchart TB',
    `accTitle: ${escapeLabel(data.title)}`,
    `accDescr: ${escapeLabel(data.summary)}`,
    ...nodes.flatMap(nodeLines),
    ...questions.flatMap(edgeLines),
    '',
  ].join('\n');
}

function nodeLines(node: TreeNode): string[] {
  const { id } = node;
  const [kind, text] = node.kind === 'question' ? (['question', node.ask] as const) : ([node.level, node.verdict] as const);
  const [open, close] = SHAPES[kind];
  return [
    `_${id}${open}"${escapeLabel(text)}"${close}:::${kind}`,
    ...(kind === 'terms' ? [`_${id}@{ shape: notch-rect }`] : []),
    `click _${id} href "#${id}"`,
  ];
}

function edgeLines({ id, assumed, answers }: Question): string[] {
  return answers.map((answer) => {
    const line = answer.id === assumed ? '==>' : '-->';
    return `_${id} _${id}.${answer.id}@${line}|"${escapeLabel(answer.label)}"| _${answer.target.id}`;
  });
}

const SHAPES: Record<'question' | Outcome['level'], [open: string, close: string]> = {
  question: ['(', ')'],
  duty: ['[[', ']]'],
  terms: ['[', ']'],
  risk: ['{{', '}}'],
  clear: ['([', '])'],
};
