/** The facts that decision trees share, and the topics of their outcomes. */
import { z } from 'astro/zod';
import { id, text } from './fields.ts';

export const factsSchema = z.strictObject({
  facts: z
    .record(
      id,
      z.strictObject({
        means: text('The meaning of a fact').describe('The meaning of the fact, as a sentence or a question.'),
        values: z
          .array(id, 'values is a list of ids: ["yes", "no"].')
          .min(2, 'A fact has at least two values.')
          .describe('The possible values. In any case, exactly one of them holds.'),
      }),
      'facts is a map from id to fact.',
    )
    .describe('By id: the facts that several trees ask about.'),
  topics: z
    .record(id, text('The meaning of a topic'), 'topics is a map from id to meaning.')
    .describe('The question that an outcome answers, by id.'),
});

export type FactsData = z.infer<typeof factsSchema>;
