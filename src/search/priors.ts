import type { IndexReader } from './index-reader.ts';
import type { Query } from './query.ts';
import { TUNING } from './weights.ts';

/** Say how much a record counts whatever its words: by its kind, by the language of the reader, by whether a question was asked. */
export function priorsFor(reader: IndexReader, { text }: Query, language: string): (record: number) => number {
  const asked = isQuestion(text) ? TUNING.asked : 1;
  return (record) => {
    const kind = reader.kindOf(record);
    const own = reader.traitsOf(record)[0] === language ? TUNING.ownLanguage : 1;
    return (TUNING.kinds[kind] ?? 1) * (kind === 'question' ? asked : 1) * own;
  };
}

/** Tell whether a query is worded as a question: then pages that answer questions come first. */
export const isQuestion = (text: string): boolean =>
  /^\P{L}*(?:what|who|whose|why|how|when|where|which|is|are|was|can|could|may|must|should|shall|will|do|does|did|has|have|am|что|как|кто|чей|чья|почему|зачем|когда|где|какой|какая|какие|можно|нужно|надо|должен|должна|должно|должны|сколько|кому|какую|каким|нельзя|может|могут|является|считается|будет|\p{L}+ ли)\P{L}.*\p{L}.*\P{L}+\p{L}|\?\s*$/iu.test(
    text,
  );
