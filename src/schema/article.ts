/** The article that the site discusses point by point. */
import { z } from 'astro/zod';
import { localised, text } from './fields.ts';

export const articleSchema = z.strictObject({
  /** The heading for it on the site, such as The article or The judgment. */
  name: localised('The name'),
  title: text('The title'),
  author: text('The author'),
  URL: z.url({ protocol: /^https?$/, error: 'URL is a full http or https address.' }),
  /** The key of its source record. */
  source: text('The key of the record'),
  points: z.record(
    z.string().regex(/^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/, 'A point id is letters, digits and hyphens.'),
    z.strictObject({
      /** The section of the article that contains the point. */
      place: localised('The place'),
      /** A summary of the point in our words. */
      gist: localised('The gist'),
    }),
    'points is a map from id to point.',
  ),
});

export type ArticleData = z.infer<typeof articleSchema>;
