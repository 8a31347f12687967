/** An entry: a validated file of the content folder. */
import type { ArticleData } from '../schema/article.ts';
import type { DecisionData } from '../schema/decision.ts';
import type { FactsData } from '../schema/facts.ts';
import type { PageData } from '../schema/page.ts';
import type { SearchQuestionsData } from '../schema/search-questions.ts';
import type { SiteData } from '../schema/site.ts';
import type { SourceData } from '../schema/source.ts';
import type { SourceTextData } from '../schema/source-text.ts';
import type { VocabularyData } from '../schema/vocabulary.ts';

/** A path to a field. */
export type Path = readonly PropertyKey[];

interface Base {
  id: string;
  /** Path under the content folder, with forward slashes. */
  file: string;
  /** Invalid fields, which have an empty value; an empty path is the whole file. They are reported already. */
  failed?: readonly Path[];
}

/** Whether a field or one of its ancestors is invalid. */
export const isFailed = ({ failed = [] }: Pick<Base, 'failed'>, path: Path): boolean =>
  failed.some((one) => one.length <= path.length && one.every((key, at) => String(key) === String(path[at])));

/** Whether a field or one of its descendants is invalid. */
export const isPartial = ({ failed = [] }: Pick<Base, 'failed'>, path: Path): boolean =>
  failed.some((one) => one.every((key, at) => at >= path.length || String(key) === String(path[at])));

export interface PageEntry extends Base {
  kind: 'front' | 'concept' | 'question';
  lang: string;
  data: PageData;
  /** The MDX below the front matter. */
  body: string;
  /** The line of the file on which the body begins, counted from 1. */
  bodyLine: number;
  /** Whether the text could not be parsed. Then only the id is known. */
  broken?: boolean;
}

export interface DecisionEntry extends Base {
  kind: 'decision';
  lang: string;
  data: DecisionData;
}

export interface SearchQuestionsEntry extends Base {
  kind: 'search-questions';
  lang: string;
  data: SearchQuestionsData;
}

export interface SourceEntry extends Base {
  kind: 'source';
  data: SourceData;
}

/** The full text of the source with the same id. */
export interface SourceTextEntry extends Base {
  kind: 'source-text';
  data: SourceTextData;
}

export interface ArticleEntry extends Base {
  kind: 'article';
  data: ArticleData;
}

export interface VocabularyEntry extends Base {
  kind: 'vocabulary';
  data: VocabularyData;
}

export interface FactsEntry extends Base {
  kind: 'facts';
  data: FactsData;
}

export interface SiteEntry extends Base {
  kind: 'site';
  data: SiteData;
}

export type Entry =
  PageEntry | DecisionEntry | SearchQuestionsEntry | SourceEntry | SourceTextEntry | ArticleEntry | VocabularyEntry | FactsEntry | SiteEntry;
