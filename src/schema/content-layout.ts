/** Which file of the content folder is of which kind: the one place that knows the layout. */
import { articleSchema } from './article.ts';
import { decisionSchema } from './decision.ts';
import { factsSchema } from './facts.ts';
import { frontPageSchema, pageSchema } from './page.ts';
import { siteSchema } from './site.ts';
import { sourceSchema } from './source.ts';
import { sourceTextSchema } from './source-text.ts';
import { vocabularySchema } from './vocabulary.ts';

export type Kind = 'front' | 'concept' | 'question' | 'decision' | 'source' | 'source-text' | 'article' | 'vocabulary' | 'facts' | 'site';

export interface ContentPattern {
  kind: Kind;
  /** Glob under the content folder, for the collection. */
  glob: string;
  /** The same as an expression; its groups are the language and the id. */
  path: RegExp;
  /** How to say it to a writer. */
  shape: string;
}

export const schemas = {
  front: frontPageSchema,
  concept: pageSchema,
  question: pageSchema,
  decision: decisionSchema,
  source: sourceSchema,
  'source-text': sourceTextSchema,
  article: articleSchema,
  vocabulary: vocabularySchema,
  facts: factsSchema,
  site: siteSchema,
} as const;

export const contentLayout: readonly ContentPattern[] = [
  { kind: 'front', glob: '??/index.mdx', path: /^(?<lang>[a-z]{2})\/(?<id>index)\.mdx$/, shape: '<lang>/index.mdx' },
  { kind: 'concept', glob: '??/concepts/*.mdx', path: /^(?<lang>[a-z]{2})\/concepts\/(?<id>[^/]+)\.mdx$/, shape: '<lang>/concepts/<id>.mdx' },
  { kind: 'question', glob: '??/questions/*.mdx', path: /^(?<lang>[a-z]{2})\/questions\/(?<id>[^/]+)\.mdx$/, shape: '<lang>/questions/<id>.mdx' },
  { kind: 'decision', glob: '??/decisions/*.yaml', path: /^(?<lang>[a-z]{2})\/decisions\/(?<id>[^/]+)\.yaml$/, shape: '<lang>/decisions/<id>.yaml' },
  { kind: 'source', glob: 'sources/*.yaml', path: /^sources\/(?<id>[^/]+)\.yaml$/, shape: 'sources/<key>.yaml' },
  { kind: 'source-text', glob: 'texts/*.yaml', path: /^texts\/(?<id>[^/]+)\.yaml$/, shape: 'texts/<key>.yaml' },
  { kind: 'article', glob: 'article.yaml', path: /^(?<id>article)\.yaml$/, shape: 'article.yaml' },
  { kind: 'vocabulary', glob: 'vocabulary.yaml', path: /^(?<id>vocabulary)\.yaml$/, shape: 'vocabulary.yaml' },
  { kind: 'facts', glob: 'facts.yaml', path: /^(?<id>facts)\.yaml$/, shape: 'facts.yaml' },
  { kind: 'site', glob: 'site.yaml', path: /^(?<id>site)\.yaml$/, shape: 'site.yaml' },
];

/** Tell what a file of the content folder is. Returns undefined for a file that belongs nowhere. */
export function identifyFile(path: string): { kind: Kind; lang: string | undefined; id: string } | undefined {
  for (const folder of contentLayout) {
    const groups = folder.path.exec(path)?.groups;
    if (groups) return { kind: folder.kind, lang: groups.lang, id: groups.id! };
  }
  return undefined;
}
