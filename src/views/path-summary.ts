import type { Outcome } from '../model/decision-nodes.ts';
import type { Step } from '../model/tree-path.ts';
import type { Locale } from '../model/locale.ts';

/** UI strings of the summary. */
interface PathSummaryStrings {
  outcome: string;
  toDo: string;
  answersGiven: string;
  contentOf: string;
}

/** Returns the result of a path as Markdown, for pasting into a discussion: verdict, answers, URL, and date of the content. */
export function pathSummary({ verdict, text, next }: Outcome, steps: readonly Step[], url: string, date: string, words: PathSummaryStrings): string {
  const answers = steps.map(({ question, answer }) => `- ${question.ask} **${answer.label}**`);
  return [
    `**${words.outcome}: ${verdict}**`,
    '',
    text,
    '',
    ...(next ? [`${words.toDo}: ${next}`, ''] : []),
    `${words.answersGiven}:`,
    '',
    ...answers,
    '',
    `<${url}> (${words.contentOf} ${date})`,
  ].join('\n');
}

/** Returns the result of a path as plain text, for a letter or a chat without Markdown. */
export function pathText({ verdict, text, next }: Outcome, steps: readonly Step[], url: string, date: string, words: PathSummaryStrings): string {
  const answers = steps.map(({ question, answer }, at) => `${at + 1}. ${question.ask} — ${answer.label}`);
  return [
    `${words.outcome}: ${verdict}`,
    text,
    ...(next ? [`${words.toDo}: ${next}`] : []),
    [`${words.answersGiven}:`, ...answers].join('\n'),
    `${url} (${words.contentOf} ${date})`,
  ].join('\n\n');
}

/** Returns a link that opens a letter with the result. It works without scripts. */
export function mailtoOf(subject: string, body: string): string {
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
}

/** Returns the date of the content: the latest review of a page. */
export function contentDate({ pages }: Locale): string {
  return (
    [...pages.values()]
      .map(({ data }) => data.reviewed)
      .sort()
      .at(-1) ?? ''
  );
}
