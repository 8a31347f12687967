/** site.yaml: name, address, languages, licence, reading order. */
import { z } from 'astro/zod';
import { id, localised, text, webUrl } from './fields.ts';
import { isWebUrl } from './url.ts';

const url = webUrl('url');

const language = z.string('A language is two letters: en, ru.').regex(/^[a-z]{2}$/, 'A language is two letters: en, ru.');

export const siteSchema = z.strictObject({
  address: webUrl('address')
    .refine((address) => !URL.canParse(address) || new URL(address).href === `${new URL(address).origin}/`, {
      error: 'address has no path: https://example.org. Set the environment variable BASE_PATH to the path, for example /kb/.',
    })
    .describe('The origin at which the site is published, without a path. SITE_URL overrides it.'),
  languages: z
    .array(language, 'languages is a list: [en, ru].')
    .min(1, 'languages names at least one language: [en].')
    .refine((languages) => new Set(languages).size === languages.length, 'languages names each language once.')
    .describe('BCP 47 tags. The URLs of the first language have no prefix.'),
  title: localised('The title').describe('The name of the site.'),
  summary: localised('The summary').describe('One or two sentences on what the site answers.'),
  disclaimer: localised('The disclaimer').optional().describe('A line at the foot of each page.'),
  about: localised('The text about the site')
    .optional()
    .describe('Who made the site and how, for its page about itself. An empty line begins a paragraph.'),
  report: z
    .string('report is text.')
    .refine(
      (report) => /^mailto:[^\s?"\\]+@[^\s?"\\]+$/.test(report) || isWebUrl(report.replaceAll(/\{(?:title|url)\}/g, 'x')),
      'report is mailto: and an address, or a full http or https address.',
    )
    .optional()
    .describe('Where readers report errors: `mailto:` and an address, or a URL with `{title}` and `{url}` for those of the page.'),
  credit: z
    .strictObject(
      { text: localised('The credit').describe('The text.'), url: url.describe('The URL of the link.') },
      'credit is { text: { en: … }, url: … }.',
    )
    .optional()
    .describe('The work that the site is about: a text per language, and its URL.'),
  licence: z
    .strictObject(
      {
        spdx: text('The SPDX id').describe('Its SPDX id.'),
        name: text('The name').describe('Its name, as readers see it.'),
        url: url.describe('The URL of the text of the licence.'),
      },
      'licence is { spdx: …, name: …, url: … }.',
    )
    .describe('The licence of the texts.'),
  question: id.optional().describe('The page that answers the main question.'),
  tree: id.optional().describe('The decision tree shown on the front page.'),
  examples: z
    .record(
      z.string().regex(/^[a-z]{2}$/, 'A language is two letters: en, ru.'),
      z.array(text('An example')),
      'examples is a list per language: { en: [one, two] }.',
    )
    .default({})
    .describe('Example queries, shown beside the empty search field.'),
  jurisdictions: z
    .record(id, localised('The name of a jurisdiction'), 'jurisdictions is a map from id to name: { fr: { en: France } }.')
    .default({})
    .describe("What a page or a source may name as its `jurisdiction`: a country's law or another field, with its name per language."),
  'quoted-languages': z
    .array(language, 'quoted-languages is a list: [ru].')
    .default([])
    .describe('Languages in another script that the texts quote. Words in that script get a `lang` attribute, as for the languages of the site.'),
  'social-cards': z
    .enum(['passages', 'sections', 'pages', 'none'], 'social-cards is passages, sections, pages or none.')
    .default('pages')
    .describe(
      'The link preview images: one for every passage, for every section and node, for each page only, or none. A thousand images have about 25 MB. With `passages`, every paragraph and note also has a share page of its own; otherwise it shares that of its section or page, with its own fragment.',
    ),
  book: z
    .enum(['whole', 'none'], 'book is whole or none.')
    .default('whole')
    .describe('Whether /print/ has every page, for print and PDF: on one page, or of a large site in volumes.'),
  navigation: z
    .array(
      z.strictObject(
        {
          title: localised('The title of a group').describe('The heading of the group.'),
          entries: z.array(id, 'entries is a list of page ids: [one, two].').describe('The ids of its pages, in order.'),
        },
        'A group is { title: { en: … }, entries: [one, two] }.',
      ),
      'navigation is a list of groups.',
    )
    .default([])
    .describe('The reading order, in groups. Each page is listed once.'),
});

export type SiteData = z.infer<typeof siteSchema>;
