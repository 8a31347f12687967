/** Questions that readers may ask, by the passage that answers them, for the search only. */
import { z } from 'astro/zod';
import { address, text } from './fields.ts';

export const searchQuestionsSchema = z.strictObject({
  questions: z
    .record(
      address,
      z.array(text('A question'), 'The questions of a passage are a list: [one, two].').min(1, 'Give at least one question, or delete the passage.'),
      'questions is a map from address to list.',
    )
    .superRefine((questions, context) => {
      const listed = new Map<string, string>();
      for (const [passage, asked] of Object.entries(questions)) {
        for (const [at, question] of asked.entries()) {
          const key = question.toLowerCase();
          const other = listed.get(key);
          if (other) context.addIssue({ code: 'custom', path: [passage, at], message: `It is already listed for ${other}. List it once.` });
          listed.set(key, passage);
        }
      }
    })
    .describe('By address, of a page, section, tree, node, source or term: questions and phrases that it answers, in words that its text lacks.'),
});

export type SearchQuestionsData = z.infer<typeof searchQuestionsSchema>;
