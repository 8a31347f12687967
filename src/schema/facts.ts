/** The facts that several decision trees ask about, and the topics on which their outcomes rule. */
import { z } from 'astro/zod';
import { id, text } from './fields.ts';

export const factsSchema = z.strictObject({
  facts: z.record(
    id,
    z.strictObject({
      /** What the fact is, as one plain sentence or a question. */
      means: text('The meaning of a fact'),
      /** The values that an answer can give it; a reader has one of them. */
      values: z.array(id, 'values is a list of ids: ["yes", "no"].').min(2, 'A fact has at least two values.'),
    }),
    'facts is a map from id to fact.',
  ),
  /** By id: what an outcome rules on. */
  topics: z.record(id, text('The meaning of a topic'), 'topics is a map from id to meaning.'),
});

export type FactsData = z.infer<typeof factsSchema>;
