import { stringify } from 'yaml';
import { frontPage, concept, question, siteFile, source, termData, titleOf } from './templates.ts';

/**
 * Returns the files of a new base: a front page, a question, a concept, a source and a term, which the writer renames and replaces. There is
 * no diagram. The texts to be replaced are in English in every language.
 */
export function newBase(name: string, lang: string, today: string): Map<string, string> {
  const title = titleOf(name);
  return new Map([
    ['site.yaml', siteFile(title, lang)],
    [`${lang}/index.mdx`, frontPage(title, today)],
    [`${lang}/questions/main-question.mdx`, question(titleOf('main-question?'), today)],
    [`${lang}/concepts/first-concept.mdx`, concept(titleOf('first-concept'), today)],
    ['sources/first-source.yaml', source(titleOf('first-source'), today)],
    ['vocabulary.yaml', stringify({ terms: { 'first-term': termData('first-term', lang, 'first-concept.definition') } })],
  ]);
}
