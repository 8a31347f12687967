/** Boosts of a record by its kind, by the language, and for questions. */
import type { IndexReader } from './index-reader.ts';
import type { Query } from './query.ts';
import { WEIGHTS } from './ranking-weights.ts';

/** Returns a function from a record to its boost for a query. */
export function boostFor(reader: IndexReader, { text }: Query): (record: number) => number {
  const question = isQuestion(text) ? WEIGHTS.question : 1;
  return (record) => {
    const kind = reader.kindOf(record);
    // A source is not translated, so its language does not count.
    const isOwn = kind === 'source' || reader.facetValuesOf(record)[0] === reader.manifest.language;
    return (WEIGHTS.kinds[kind] ?? 1) * (kind === 'question' ? question : 1) * (isOwn ? WEIGHTS.ownLanguage : 1);
  };
}

const QUESTION =
  /^\P{L}*(?:what|who|whose|why|how|when|where|which|is|are|was|can|could|may|must|should|shall|will|do|does|did|has|have|am|что|как|кто|чей|чья|почему|зачем|когда|где|какой|какая|какие|можно|нужно|надо|должен|должна|должно|должны|сколько|кому|какую|каким|нельзя|может|могут|является|считается|будет|\p{L}+ ли)\P{L}.*\p{L}.*\P{L}+\p{L}|\?\s*$/iu;

/** Whether a query is a question. Then pages of the kind “question” have a higher boost. */
export const isQuestion = (text: string): boolean => QUESTION.test(text);
