/** A cited work: CSL-JSON fields, and how far we verified it. */
import { z } from 'astro/zod';
import { date, day, jurisdiction, text } from './fields.ts';

const name = z.union(
  [z.strictObject({ family: z.string(), given: z.string().optional(), suffix: z.string().optional() }), z.strictObject({ literal: z.string() })],
  'A name is { family: …, given: … } or { literal: … }.',
);

const quote = z.strictObject({
  /** The fragment of its URL: `q1`. */
  id: z
    .string('The id of a quotation is text.')
    .regex(/^q[1-9]\d*$/, 'The id of a quotation is q1, q2, …')
    .optional(),
  /** The exact words of the source, at most 25. */
  original: text('The quotation').refine(
    (words) => words.split(/\s+/).length <= 25,
    'A quotation is at most 25 words; shorten it or say it in our own words.',
  ),
  /** BCP 47 tag of the original. */
  lang: z.string().default('en'),
  /** Our translation, if the original is not in English. */
  translation: text('The translation').optional(),
  /** The locator in the work. */
  locator: z.string().optional(),
});

const cslText = z.union([z.string(), z.number()], 'This CSL field is text or a number.').transform(String).optional();

export const sourceSchema = z.strictObject({
  /** The group in the list of sources. */
  kind: z.enum(
    ['statute', 'guidance', 'case', 'licence', 'literature', 'practice'],
    'kind is statute, guidance, case, licence, literature or practice.',
  ),
  /** The CSL type: legislation, legal_case, article-journal, webpage, … (https://docs.citationstyles.org/). */
  type: text('The CSL type'),
  title: text('The title'),
  /** The original title, if `title` is our translation. */
  'title-original': text('The original title').optional(),
  /** The label in running text. */
  short: text('The short label'),
  author: z.array(name, 'author is a list of names.').optional(),
  editor: z.array(name, 'editor is a list of names.').optional(),
  issued: date.optional(),
  'container-title': cslText,
  'collection-title': cslText,
  'collection-number': cslText,
  'event-title': cslText,
  publisher: cslText,
  'publisher-place': cslText,
  authority: cslText,
  number: cslText,
  volume: cslText,
  issue: cslText,
  page: cslText,
  section: cslText,
  version: cslText,
  genre: cslText,
  references: cslText,
  DOI: cslText,
  URL: z.url({ protocol: /^https?$/, error: 'URL is a full http or https address.' }).optional(),
  /** The law or the field of the work: a key of `jurisdictions` in site.yaml. */
  jurisdiction: jurisdiction.optional(),
  /** How we verified the summary: we read the work, read about it, or neither. */
  status: z.enum(['verified', 'secondary', 'unverified'], 'status is verified, secondary or unverified.'),
  /** The day of the last check. */
  checked: day,
  /** The date of the wording that we read. */
  wording: date.optional(),
  /** What the work says on the subject, in our words. */
  summary: text('The summary'),
  quotes: z
    .array(quote, 'quotes is a list.')
    .refine(
      (quotes) => new Set(quotes.map(({ id }) => id ?? Symbol())).size === quotes.length,
      'Two quotations have the same id; give the new one the next free number.',
    )
    .default([]),
  /** How we verified it, what we did not see, and its limits. */
  notes: text('The notes').optional(),
});

export type SourceData = z.infer<typeof sourceSchema>;
