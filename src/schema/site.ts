/** The site as a whole: name, address, languages, licence, reading order. */
import { z } from 'astro/zod';
import { id, localised, text } from './fields.ts';

const url = z.url({ protocol: /^https?$/, error: 'url is a full http or https address.' });

const language = z.string('A language is two letters: en, ru.').regex(/^[a-z]{2}$/, 'A language is two letters: en, ru.');

export const siteSchema = z.strictObject({
  /** Where the site is published, without a path; SITE_URL takes its place at build time. */
  address: z.url({ protocol: /^https?$/, error: 'address is a full http or https address.' }),
  /** BCP 47 tags; the first language stands at the root. */
  languages: z
    .array(language, 'languages is a list: [en, ru].')
    .min(1, 'languages names at least one language: [en].')
    .refine((languages) => new Set(languages).size === languages.length, 'languages names each language once.'),
  title: localised('The title'),
  summary: localised('The summary'),
  /** One quiet line at the foot of each page. */
  disclaimer: localised('The disclaimer').optional(),
  /** Whose work the base starts from: the words per language, and its address. */
  credit: z.strictObject({ text: localised('The credit'), url }, 'credit is { text: { en: … }, url: … }.').optional(),
  licence: z.strictObject({ spdx: text('The SPDX id'), name: text('The name'), url }, 'licence is { spdx: …, name: …, url: … }.'),
  /** The page that answers the main question. */
  question: id.optional(),
  /** The decision tree shown on the front page. */
  tree: id.optional(),
  /** What one may search for, shown beside the empty box. */
  examples: z
    .record(
      z.string().regex(/^[a-z]{2}$/, 'A language is two letters: en, ru.'),
      z.array(text('An example')),
      'examples is a list per language: { en: [one, two] }.',
    )
    .default({}),
  /** What a page or a source may name as its `jurisdiction`: a country's law or another field, with its name per language, in the order of lists. */
  jurisdictions: z.record(id, localised('The name of a jurisdiction'), 'jurisdictions is a map from id to name: { fr: { en: France } }.').default({}),
  /** Languages in another script of which the texts quote words. Readers' software is told the language of such words, as for the languages of the base. */
  'quoted-languages': z.array(language, 'quoted-languages is a list: [ru].').default([]),
  /** What has a picture of its own for link previews: every section, note and node, or only each page, or nothing. A thousand pictures weigh about 25 MB. */
  cards: z.enum(['sections', 'pages', 'none'], 'cards is sections, pages or none.').default('pages'),
  /** The reading order, in groups; every page stands in it once. */
  navigation: z
    .array(
      z.strictObject(
        { title: localised('The title of a group'), entries: z.array(id, 'entries is a list of page ids: [one, two].') },
        'A group is { title: { en: … }, entries: [one, two] }.',
      ),
      'navigation is a list of groups.',
    )
    .default([]),
});

export type SiteData = z.infer<typeof siteSchema>;
