/** The terms of the subject in every language, for the vocabulary page and the synonyms of the search. */
import { z } from 'astro/zod';
import { address, id, localised, text } from './fields.ts';

export const vocabularySchema = z.strictObject({
  terms: z
    .record(
      id,
      z.strictObject({
        term: localised('The term').describe('The term in each language.'),
        definition: localised('The definition').describe('The definition: one plain sentence.'),
        see: address.describe('The section that explains it.'),
        synonyms: z
          .array(text('A synonym'), 'synonyms is a list: [one, two].')
          .default([])
          .describe('Other words, spellings and abbreviations for it, in any language.'),
      }),
      'terms is a map from id to term.',
    )
    .describe('By id: the terms.'),
  'search-synonyms': z
    .array(z.array(text('A word')).min(2, 'Give at least two words with the same meaning.'), 'search-synonyms is a list of lists: [[one, two], …].')
    .default([])
    .describe('Groups of everyday words that mean the same, in any language, for the search only.'),
});

export type VocabularyData = z.infer<typeof vocabularySchema>;
