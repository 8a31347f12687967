/** Front matter of a page (concept, question, front page). */
import { z } from 'astro/zod';
import { address, certainty, day, id, jurisdiction, text } from './fields.ts';

export const pageSchema = z.strictObject({
  /** The heading of the page and its name in lists. */
  title: text('The title'),
  /** One or two sentences that answer first; shown in lists, previews and cards. */
  summary: text('The summary'),
  /** Further words under which a reader may look for the page, in any language. */
  aliases: z.array(text('An alias'), 'Aliases are a list: [one, two].').default([]),
  /** How firm the page's main claim is; the text gives the reason. */
  certainty: certainty.optional(),
  /** The law or the field of the page: a key of `jurisdictions` in site.yaml. */
  jurisdiction: jurisdiction.optional(),
  /** Section id to the points of the article that the section treats. */
  covers: z.record(id, z.array(z.string(), 'Points are a list: [P1, P2].'), 'covers is a map: { section-id: [P1, P2] }.').default({}),
  /** Pages a reader may want next. */
  related: z.array(address, 'related is a list of addresses: [first-steps, setup.options].').default([]),
  /** The day on which the page was last read against its sources. */
  reviewed: day,
});

/** Front matter of the front page: the same, without what only an argued page has. */
export const frontPageSchema = pageSchema.pick({ title: true, summary: true, reviewed: true });

export type PageData = z.infer<typeof pageSchema>;
