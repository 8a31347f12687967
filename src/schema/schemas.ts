/** The schema of each kind of content file. Threads that read no content do without this module, because loading Zod takes long. */
import { articleSchema } from './article.ts';
import { decisionSchema } from './decision.ts';
import { factsSchema } from './facts.ts';
import { frontPageSchema, pageSchema } from './page.ts';
import { searchQuestionsSchema } from './search-questions.ts';
import { siteSchema } from './site.ts';
import { sourceSchema } from './source.ts';
import { sourceTextSchema } from './source-text.ts';
import { vocabularySchema } from './vocabulary.ts';
import type { Kind } from './content-layout.ts';

export const schemas = {
  front: frontPageSchema,
  concept: pageSchema,
  question: pageSchema,
  decision: decisionSchema,
  'search-questions': searchQuestionsSchema,
  source: sourceSchema,
  'source-text': sourceTextSchema,
  article: articleSchema,
  vocabulary: vocabularySchema,
  facts: factsSchema,
  site: siteSchema,
} as const satisfies Record<Kind, unknown>;
