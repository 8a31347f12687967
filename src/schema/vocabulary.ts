/** The terms of the subject in every language, for the vocabulary page and the synonyms of the search. */
import { z } from 'astro/zod';
import { address, id, localised, text } from './fields.ts';

export const vocabularySchema = z.strictObject({
  terms: z.record(
    id,
    z.strictObject({
      /** The term in each language. */
      term: localised('The term'),
      /** The definition: one plain sentence. */
      definition: localised('The definition'),
      /** The section that explains it. */
      see: address,
      /** Other words, spellings and abbreviations for it, in any language. */
      synonyms: z.array(text('A synonym'), 'synonyms is a list: [one, two].').default([]),
    }),
    'terms is a map from id to term.',
  ),
  /** Groups of everyday words that mean the same, in any language, for the search only. */
  alike: z.array(z.array(text('A word')).min(2, 'Give at least two words that are alike.'), 'alike is a list of lists: [[one, two], …].').default([]),
});

export type VocabularyData = z.infer<typeof vocabularySchema>;
