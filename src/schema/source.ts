/** One record a cited work: CSL-JSON field names, and how far the work was verified. */
import { z } from 'astro/zod';
import { date, day, jurisdiction, text } from './fields.ts';

const name = z.union(
  [z.strictObject({ family: z.string(), given: z.string().optional(), suffix: z.string().optional() }), z.strictObject({ literal: z.string() })],
  'A name is { family: …, given: … } or { literal: … }.',
);

const quote = z.strictObject({
  /** Its fragment: `q1`. */
  id: z
    .string('The id of a quotation is text.')
    .regex(/^q[1-9]\d*$/, 'The id of a quotation is q1, q2, …')
    .optional(),
  /** The words as they stand in the source; at most 25. */
  original: text('The quotation').refine(
    (words) => words.split(/\s+/).length <= 25,
    'A quotation is at most 25 words; shorten it or say it in our own words.',
  ),
  /** BCP 47 tag of the original. */
  lang: z.string().default('en'),
  /** Our own translation, when the original is not English. */
  translation: text('The translation').optional(),
  /** Where in the work it stands. */
  locator: z.string().optional(),
});

const cslText = z.union([z.string(), z.number()], 'This CSL field is text or a number.').transform(String).optional();

export const sourceSchema = z.strictObject({
  /** Which shelf of the list of sources it stands on. */
  kind: z.enum(
    ['statute', 'guidance', 'case', 'licence', 'literature', 'practice'],
    'kind is statute, guidance, case, licence, literature or practice.',
  ),
  /** The CSL type: legislation, legal_case, article-journal, webpage, … (https://docs.citationstyles.org/). */
  type: text('The CSL type'),
  title: text('The title'),
  /** The title in the work's own language, when `title` is our translation. */
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
  /** How sure we are of what the record says: read, read about, or not read. */
  status: z.enum(['verified', 'secondary', 'unverified'], 'status is verified, secondary or unverified.'),
  /** The day it was last looked at. */
  checked: day,
  /** The date of the wording that was seen. */
  wording: date.optional(),
  /** What it says that matters here, in our own words. */
  summary: text('The summary'),
  quotes: z
    .array(quote, 'quotes is a list.')
    .refine(
      (quotes) => new Set(quotes.map(({ id }) => id ?? Symbol())).size === quotes.length,
      'Two quotations have the same id; give the new one the next free number.',
    )
    .default([]),
  /** How it was verified, what was not seen, and what to be careful with. */
  notes: text('The notes').optional(),
});

export type SourceData = z.infer<typeof sourceSchema>;
