/** Front matter of a page (concept, question, front page). */
import { z } from 'astro/zod';
import { address, certainty, day, id, jurisdiction, text } from './fields.ts';

export const pageSchema = z.strictObject({
  /** The heading of the page and its title in lists. */
  title: text('The title'),
  /** The answer in one or two sentences. Lists, previews and cards show it. */
  summary: text('The summary'),
  /** Other words that readers may search for, in any language. */
  aliases: z.array(text('An alias'), 'Aliases are a list: [one, two].').default([]),
  /** The certainty of the main claim of the page. The text gives the reason. */
  certainty: certainty.optional(),
  /** The law or the field of the page: a key of `jurisdictions` in site.yaml. */
  jurisdiction: jurisdiction.optional(),
  /** The points of the article that a section discusses, by section id. */
  covers: z.record(id, z.array(z.string(), 'Points are a list: [P1, P2].'), 'covers is a map: { section-id: [P1, P2] }.').default({}),
  /** Related pages. */
  related: z.array(address, 'related is a list of addresses: [first-steps, setup.options].').default([]),
  /** The day on which the page was last checked against its sources. */
  reviewed: day,
});

/** Front matter of the front page. */
export const frontPageSchema = pageSchema.pick({ title: true, summary: true, reviewed: true });

export type PageData = z.infer<typeof pageSchema>;
