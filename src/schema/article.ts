/** The article that the site discusses point by point. */
import { z } from 'astro/zod';
import { localised, text, translatable, webUrl } from './fields.ts';

export const articleSchema = z.strictObject({
  name: localised('The name').describe('The heading for the article on the site, such as The article or The judgment.'),
  title: text('The title').describe('The title of the article.'),
  author: translatable('The author').describe('The name of the author.'),
  URL: webUrl('URL').describe('The address of the article.'),
  source: text('The key of the record').describe('The key of its source record.'),
  points: z
    .record(
      z.string().regex(/^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/, 'A point id is letters, digits and hyphens.'),
      z.strictObject({
        place: localised('The place').describe('The section of the article that contains the point.'),
        gist: localised('The gist').describe('A summary of the point in our words.'),
      }),
      'points is a map from id to point.',
    )
    .describe('By id: the points of the article, in its own order.'),
});

export type ArticleData = z.infer<typeof articleSchema>;
