/** `npm run trees`: prints every decision tree as text, with its states, its outcomes and the number of paths to each. */
import { checkSource } from '../checks/check-source.ts';
import type { Tree } from '../model/decision-tree.ts';

/** Formats a tree: its questions with their answers, then its outcomes. */
export function treeText({ id, lang, data, questions, outcomes, states }: Tree): string {
  const pathsTo = outcomes.map((outcome) => states.filter(({ node }) => node === outcome).length);
  const walks = pathsTo.reduce((sum, paths) => sum + paths, 0);
  return [
    `${id} (${lang}): ${data.title}`,
    `${questions.length} questions, ${outcomes.length} outcomes, ${states.length} states, ${walks} paths; * marks an answer that the article assumes.`,
    ...questions.flatMap(({ id: question, number, ask, assumed, answers }) => [
      `  ${String(number).padStart(2)}. ${question}: ${ask}`,
      ...answers.map((answer) => `      ${answer.id === assumed ? '*' : ' '} ${answer.label} → ${answer.target.id}`),
    ]),
    ...outcomes.map(
      ({ id: outcome, level, verdict }, at) => `  ${String(pathsTo[at]).padStart(4)} paths  ${level.padEnd(5)}  ${outcome}: ${verdict}`,
    ),
    '',
  ].join('\n');
}

if (import.meta.main) {
  const { site } = await checkSource(process.env.CONTENT_DIR ?? 'content');
  for (const { lang, trees } of site?.locales ?? []) for (const tree of trees.values()) if (tree.lang === lang) console.log(treeText(tree));
}
