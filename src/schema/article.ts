/** The article that the base takes apart, point by point, in its own order. */
import { z } from 'astro/zod';
import { localised, text } from './fields.ts';

export const articleSchema = z.strictObject({
  name: localised('The name').describe('What the base calls it, as a heading: The article, The judgment.'),
  title: text('The title').describe('The title of the article.'),
  author: text('The author').describe('The name of the author.'),
  URL: z.url({ protocol: /^https?$/, error: 'URL is a full http or https address.' }).describe('The address of the article.'),
  source: text('The key of the record').describe('The key of its source record.'),
  points: z
    .record(
      z.string().regex(/^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/, 'A point id is letters, digits and hyphens.'),
      z.strictObject({
        place: localised('The place').describe('The place in the article.'),
        gist: localised('The gist').describe('What it says, in our own words.'),
      }),
      'points is a map from id to point.',
    )
    .describe('By id: the points of the article, in its own order.'),
});

export type ArticleData = z.infer<typeof articleSchema>;
