/** The full text of a source that may be copied: a statute, a licence. One record per paragraph, in the order of the text. */
import { z } from 'astro/zod';
import { date, text, translatable } from './fields.ts';

/** Ids of paragraphs: `p1`, `p1-a2` (an unnumbered one in paragraph 1), `p2-s9` (item 9 of paragraph 2), `a1` where none has a number. */
const paragraphId = z
  .string('The id of a paragraph is text.')
  .regex(/^[pas]\d+[a-z]?(?:-[as]?[0-9a-z]+)*$/, 'The id of a paragraph is p1, p1-a2, p2-s9 or a1.');

export const sourceTextSchema = z.strictObject({
  title: translatable('The title').describe('The heading, in translation if the text is not in English.'),
  'title-original': text('The original title').optional().describe('The heading of the original, where `title` is our translation.'),
  lang: z.string('lang is the language of the original, for example ru.').describe('BCP 47 tag of the original.'),
  wording: date.describe('The date of the wording.'),
  from: translatable('The origin of the text').describe('The URL from which the text was copied.'),
  rights: translatable('The right to copy').describe('Why copying it is allowed.'),
  'later-changes': z
    .boolean('later-changes is true or false.')
    .default(false)
    .describe('Whether the text was amended later; we did not read the later wording.'),
  paragraphs: z
    .record(
      paragraphId,
      z
        .strictObject({
          label: text('The label').describe('The locator: `1`, `1, indent 2`, `2(9)`.'),
          original: z
            .string('The original is text.')
            .trim()
            .min(1, 'The original is empty.')
            .optional()
            .describe('The official wording. Absent if only our translation is shown.'),
          translation: translatable('The translation').optional().describe('Our translation into the first language, or per language: `{ ru: … }`.'),
          amended: translatable('The amending law').optional().describe('The law that introduced this wording.'),
        })
        .refine(({ original, translation }) => original ?? translation, 'A paragraph has an original, a translation, or both.'),
      'paragraphs is a map from id to paragraph.',
    )
    .describe('By id: the paragraphs, in the order of the text.'),
});

export type SourceTextData = z.infer<typeof sourceTextSchema>;
