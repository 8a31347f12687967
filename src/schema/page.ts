/** Front matter of a page (concept, question, front page). */
import { z } from 'astro/zod';
import { address, certainty, day, id, jurisdiction, text } from './fields.ts';

export const pageSchema = z.strictObject({
  title: text('The title').describe('The heading of the page and its title in lists.'),
  summary: text('The summary').describe('The answer in one or two sentences. Lists, previews and cards show it.'),
  aliases: z
    .array(text('An alias'), 'Aliases are a list: [one, two].')
    .default([])
    .describe('Other words that readers may search for, in any language.'),
  certainty: certainty.optional().describe('The certainty of the main claim of the page. The text gives the reason.'),
  jurisdiction: jurisdiction.optional().describe('The law or the field of the page: a key of `jurisdictions` in site.yaml.'),
  covers: z
    .record(id, z.array(z.string(), 'Points are a list: [P1, P2].'), 'covers is a map: { section-id: [P1, P2] }.')
    .default({})
    .describe('The points of the article that a section discusses, by section id.'),
  related: z.array(address, 'related is a list of addresses: [first-steps, setup.options].').default([]).describe('Related pages.'),
  reviewed: day.describe('The day on which the page was last checked against its sources.'),
});

/** Front matter of the front page. */
export const frontPageSchema = pageSchema.pick({ title: true, summary: true, reviewed: true });

export type PageData = z.infer<typeof pageSchema>;
