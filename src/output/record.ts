import type { Tree } from '../model/decision.ts';
import type { State } from '../model/walk.ts';
import type { Edition } from '../model/edition.ts';

/** The words around a record, in the reader's language. */
interface RecordWords {
  outcome: string;
  toDo: string;
  because: string;
  contentOf: string;
}

/** Write the end of a walk as Markdown, to be pasted into a discussion: the verdict, each answer, the address and the date of the content. */
export function recordOf(tree: Tree, state: State, url: string, date: string, words: RecordWords): string {
  const { verdict, text, next } = tree.data.outcomes[state.node]!;
  const answers = state.steps.map(({ question, answer }) => {
    const { ask, answers: choices } = tree.data.questions[question]!;
    return `- ${ask} **${choices[answer]!.label}**`;
  });
  return [
    `**${words.outcome}: ${verdict}**`,
    '',
    text,
    '',
    ...(next ? [`${words.toDo}: ${next}`, ''] : []),
    `${words.because}:`,
    '',
    ...answers,
    '',
    `<${url}> (${words.contentOf} ${date})`,
  ].join('\n');
}

/** Give the day on which the newest page of an edition was read against its sources. */
export function contentDate({ pages }: Edition): string {
  return (
    [...pages.values()]
      .map(({ data }) => data.reviewed)
      .sort()
      .at(-1) ?? ''
  );
}
