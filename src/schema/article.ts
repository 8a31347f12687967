/** The article that the base takes apart, point by point, in its own order. */
import { z } from 'astro/zod';
import { localised, text } from './fields.ts';

export const articleSchema = z.strictObject({
  /** What the base calls it, as a heading: The article, The judgment. */
  name: localised('The name'),
  title: text('The title'),
  author: text('The author'),
  URL: z.url({ protocol: /^https?$/, error: 'URL is a full http or https address.' }),
  /** The key of its source record. */
  source: text('The key of the record'),
  points: z.record(
    z.string().regex(/^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/, 'A point id is letters, digits and hyphens.'),
    z.strictObject({
      /** Where in the article it stands. */
      place: localised('The place'),
      /** What it says, in our own words. */
      gist: localised('The gist'),
    }),
    'points is a map from id to point.',
  ),
});

export type ArticleData = z.infer<typeof articleSchema>;
