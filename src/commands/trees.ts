/** `npm run trees`: every decision tree as text, with its states, its outcomes and how many paths reach each. */
import { checkSource } from '../checks/source.ts';
import type { Tree } from '../model/decision.ts';

const { site } = await checkSource(process.env.CONTENT_DIR ?? 'content');
for (const { lang, trees } of site?.editions ?? []) for (const tree of trees.values()) if (tree.lang === lang) console.log(treeText(tree));

function treeText({ id, lang, data, order, states }: Tree): string {
  const paths = (node: string): number => states.filter((state) => state.node === node).length;
  const questions = order.filter((node) => Object.hasOwn(data.questions, node));
  const lines = questions.flatMap((node, at) => {
    const { ask, assumed, answers } = data.questions[node]!;
    const choices = Object.entries(answers).map(([answer, { label, to }]) => `      ${answer === assumed ? '*' : ' '} ${label} → ${to}`);
    return [`  ${String(at + 1).padStart(2)}. ${node}: ${ask}`, ...choices];
  });
  const outcomes = Object.entries(data.outcomes).map(
    ([node, { level, verdict }]) => `  ${String(paths(node)).padStart(4)} paths  ${level.padEnd(5)}  ${node}: ${verdict}`,
  );
  const walks = states.filter(({ node }) => Object.hasOwn(data.outcomes, node)).length;
  const count = `${questions.length} questions, ${outcomes.length} outcomes, ${states.length} states, ${walks} walks; * is what the article assumes.`;
  return [`${id} (${lang}): ${data.title}`, count, ...lines, ...outcomes, ''].join('\n');
}
