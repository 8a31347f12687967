/** site.yaml: name, address, languages, licence, reading order. */
import { z } from 'astro/zod';
import { id, localised, text } from './fields.ts';

const url = z.url({ protocol: /^https?$/, error: 'url is a full http or https address.' });

const language = z.string('A language is two letters: en, ru.').regex(/^[a-z]{2}$/, 'A language is two letters: en, ru.');

export const siteSchema = z.strictObject({
  /** The origin at which the site is published, without a path. SITE_URL overrides it. */
  address: z.url({ protocol: /^https?$/, error: 'address is a full http or https address.' }),
  /** BCP 47 tags. The URLs of the first language have no prefix. */
  languages: z
    .array(language, 'languages is a list: [en, ru].')
    .min(1, 'languages names at least one language: [en].')
    .refine((languages) => new Set(languages).size === languages.length, 'languages names each language once.'),
  title: localised('The title'),
  summary: localised('The summary'),
  /** A line at the foot of each page. */
  disclaimer: localised('The disclaimer').optional(),
  /** The work that the site is about: a text per language, and its URL. */
  credit: z.strictObject({ text: localised('The credit'), url }, 'credit is { text: { en: … }, url: … }.').optional(),
  licence: z.strictObject({ spdx: text('The SPDX id'), name: text('The name'), url }, 'licence is { spdx: …, name: …, url: … }.'),
  /** The page that answers the main question. */
  question: id.optional(),
  /** The decision tree shown on the front page. */
  tree: id.optional(),
  /** Example queries, shown beside the empty search field. */
  examples: z
    .record(
      z.string().regex(/^[a-z]{2}$/, 'A language is two letters: en, ru.'),
      z.array(text('An example')),
      'examples is a list per language: { en: [one, two] }.',
    )
    .default({}),
  /** What a page or a source may name as its `jurisdiction`: a country's law or another field, with its name per language. */
  jurisdictions: z.record(id, localised('The name of a jurisdiction'), 'jurisdictions is a map from id to name: { fr: { en: France } }.').default({}),
  /** Languages in another script that the texts quote. Words in that script get a `lang` attribute, as for the languages of the site. */
  'quoted-languages': z.array(language, 'quoted-languages is a list: [ru].').default([]),
  /** The link preview images: one for every section, note and node, one for each page only, or none. A thousand images have about 25 MB. */
  cards: z.enum(['sections', 'pages', 'none'], 'cards is sections, pages or none.').default('pages'),
  /** The reading order, in groups. Each page is listed once. */
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
