import { stringify } from 'yaml';
import { frontPage, concept, question, siteFile, source, termData, titleOf } from './templates.ts';

/**
 * Returns the files of a new base: a front page, a question, a concept, a source and a term, which the writer renames and replaces. There is
 * no diagram.
 */
export function newBase(name: string, today: string): Map<string, string> {
  const title = titleOf(name);
  return new Map([
    ['site.yaml', siteFile(title)],
    ['en/index.mdx', frontPage(title, today)],
    ['en/questions/main-question.mdx', question(titleOf('main-question?'), today)],
    ['en/concepts/first-concept.mdx', concept(titleOf('first-concept'), today)],
    ['sources/first-source.yaml', source(titleOf('first-source'), today)],
    ['vocabulary.yaml', stringify({ terms: { 'first-term': termData('first-term', 'en', 'first-concept.definition') } })],
  ]);
}
