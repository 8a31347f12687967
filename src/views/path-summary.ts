import type { Outcome } from '../model/decision-nodes.ts';
import type { Step } from '../model/tree-path.ts';
import type { Locale } from '../model/locale.ts';

/** The words around a record, in the reader's language. */
interface PathSummaryStrings {
  outcome: string;
  toDo: string;
  because: string;
  contentOf: string;
}

/** Writes the result of a walk as Markdown, to be pasted into a discussion: verdict, answers, address, and date of the content. */
export function pathSummary({ verdict, text, next }: Outcome, steps: readonly Step[], url: string, date: string, words: PathSummaryStrings): string {
  const answers = steps.map(({ question, answer }) => `- ${question.ask} **${answer.label}**`);
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

/** Give the day on which the newest page of a locale was read against its sources. */
export function contentDate({ pages }: Locale): string {
  return (
    [...pages.values()]
      .map(({ data }) => data.reviewed)
      .sort()
      .at(-1) ?? ''
  );
}
