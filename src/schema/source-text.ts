/** The full text of a source that may be copied: a statute, a licence. One record per paragraph, in the order of the text. */
import { z } from 'astro/zod';
import { date, text } from './fields.ts';

/** Ids of paragraphs: `p1`, `p1-a2` (an unnumbered one in paragraph 1), `p2-s9` (item 9 of paragraph 2), `a1` where none has a number. */
const paragraphId = z
  .string('The id of a paragraph is text.')
  .regex(/^[pas]\d+[a-z]?(?:-[as]?[0-9a-z]+)*$/, 'The id of a paragraph is p1, p1-a2, p2-s9 or a1.');

export const sourceTextSchema = z.strictObject({
  /** The heading, in translation if the text is not in English. */
  title: text('The title'),
  'title-original': text('The original title').optional(),
  /** BCP 47 tag of the original. */
  lang: z.string('lang is the language of the original, for example ru.'),
  /** The date of the wording. */
  wording: date,
  /** The URL from which the text was copied. */
  from: text('The origin of the text'),
  /** Why copying it is allowed. */
  rights: text('The right to copy'),
  /** Whether the text was amended later; we did not read the later wording. */
  'later-changes': z.boolean('later-changes is true or false.').default(false),
  paragraphs: z.record(
    paragraphId,
    z
      .strictObject({
        /** The locator: `1`, `1, indent 2`, `2(9)`. */
        label: text('The label'),
        /** The official wording. Absent if only our translation is shown. */
        original: z.string('The original is text.').trim().min(1, 'The original is empty.').optional(),
        /** Our translation, if the original is not in English. */
        translation: text('The translation').optional(),
        /** The law that introduced this wording. */
        amended: text('The amending law').optional(),
      })
      .refine(({ original, translation }) => original ?? translation, 'A paragraph has an original, a translation, or both.'),
    'paragraphs is a map from id to paragraph.',
  ),
});

export type SourceTextData = z.infer<typeof sourceTextSchema>;
