/** A cited work: CSL-JSON fields, and how far we verified it. */
import { z } from 'astro/zod';
import { date, day, jurisdiction, text, translatable, webUrl } from './fields.ts';

const name = z.union(
  [
    z.strictObject({ family: translatable('The family name'), given: translatable('The given name').optional(), suffix: z.string().optional() }),
    z.strictObject({ literal: translatable('The name') }),
  ],
  'A name is { family: …, given: … } or { literal: … }.',
);

const quote = z.strictObject({
  id: z
    .string('The id of a quotation is text.')
    .regex(/^q[1-9]\d*$/, 'The id of a quotation is q1, q2, …')
    .optional()
    .describe('The fragment of its URL: `q1`.'),
  original: text('The quotation')
    .refine((words) => words.split(/\s+/).length <= 25, 'A quotation is at most 25 words; shorten it or say it in our own words.')
    .describe('The exact words of the source, at most 25.'),
  lang: z.string().default('en').describe('BCP 47 tag of the original.'),
  translation: translatable('The translation').optional().describe('Our translation into the first language, or per language: `{ ru: … }`.'),
  locator: z.string().optional().describe('The locator in the work.'),
});

const cslText = z.union([z.string(), z.number()], 'This CSL field is text or a number.').transform(String).optional();

/** A CSL field that readers see in their own language; references and exports use the first language. */
const cslWords = z.preprocess((value) => (typeof value === 'number' ? String(value) : value), translatable('This CSL field')).optional();

export const sourceSchema = z.strictObject({
  kind: z
    .enum(['statute', 'guidance', 'case', 'licence', 'literature', 'practice'], 'kind is statute, guidance, case, licence, literature or practice.')
    .describe('The group in the list of sources.'),
  type: text('The CSL type').describe('The CSL type: legislation, legal_case, article-journal, webpage, … (https://docs.citationstyles.org/).'),
  title: translatable('The title').describe('The title, translated where the work is not in English.'),
  'title-original': text('The original title').optional().describe('The original title, if `title` is our translation.'),
  short: translatable('The short label').describe('The label in running text.'),
  author: z
    .array(name, 'author is a list of names.')
    .optional()
    .describe('Names: `{ family: Curie, given: Marie }` or `{ literal: Royal Society }`.'),
  editor: z.array(name, 'editor is a list of names.').optional().describe('Names, in the form of `author`.'),
  issued: date.optional().describe('The date of publication, as exact as it is known, in quotes: "2006-12".'),
  'container-title': cslWords.describe('The journal, book or website that the work is a part of.'),
  'collection-title': cslWords.describe('The series.'),
  'collection-number': cslText.describe('The number in the series.'),
  'event-title': cslWords.describe('The conference.'),
  publisher: cslWords.describe('The publisher.'),
  'publisher-place': cslWords.describe('The place of the publisher.'),
  authority: cslWords.describe('The court or body that issued it.'),
  number: cslWords.describe('The number of the act or case.'),
  volume: cslText.describe('The volume.'),
  issue: cslText.describe('The issue.'),
  page: cslText.describe('The pages, or the first page.'),
  section: cslWords.describe('The section.'),
  version: cslText.describe('The version.'),
  genre: cslWords.describe('The kind of document: Decision, Working paper.'),
  references: cslWords.describe('Where else it is published.'),
  DOI: z
    .string('DOI is text in quotes: "10.1000/182".')
    .regex(/^10\.\d{4,9}\/[^\s<>"\\]+$/, 'DOI is the name alone, without an address: 10.1145/3699518.')
    .optional()
    .describe('The DOI, without https://doi.org/.'),
  URL: webUrl('URL').optional().describe('The canonical or official address; the page that was read goes into `notes`.'),
  jurisdiction: jurisdiction.optional().describe('The law or the field of the work: a key of `jurisdictions` in site.yaml.'),
  status: z
    .enum(['verified', 'secondary', 'unverified'], 'status is verified, secondary or unverified.')
    .describe('How we verified the summary: we read the work, read about it, or neither.'),
  checked: day.describe('The day of the last check.'),
  wording: date.optional().describe('The date of the wording that we read.'),
  summary: translatable('The summary').describe('What the work says on the subject, in our words.'),
  aliases: z
    .array(text('An alias'), 'Aliases are a list: [one, two].')
    .optional()
    .describe('Other words that readers may search for, in any language: the subject of a case, its name in another script.'),
  quotes: z
    .array(quote, 'quotes is a list.')
    .refine(
      (quotes) => new Set(quotes.map(({ id }) => id ?? Symbol())).size === quotes.length,
      'Two quotations have the same id; give the new one the next free number.',
    )
    .default([])
    .describe('Short quotations, each with an id that makes it an address.'),
  notes: translatable('The notes').optional().describe('How we verified it, what we did not see, and its limits.'),
});

export type SourceData = z.infer<typeof sourceSchema>;
