/** What the model is built from: one file of the content folder, read and validated. */
import type { ArticleData } from '../schema/article.ts';
import type { DecisionData } from '../schema/decision.ts';
import type { FactsData } from '../schema/facts.ts';
import type { PageData } from '../schema/page.ts';
import type { SiteData } from '../schema/site.ts';
import type { SourceData } from '../schema/source.ts';
import type { SourceTextData } from '../schema/source-text.ts';
import type { VocabularyData } from '../schema/vocabulary.ts';

/** A way into the data of a file. */
export type Path = readonly PropertyKey[];

interface Base {
  id: string;
  /** Path under the content folder, with forward slashes. */
  file: string;
  /** Fields that did not pass their schema and hold a stand-in; the empty path is the whole file. The check has told of them already. */
  failed?: readonly Path[];
}

/** Tell whether a field, or one that it stands in, did not pass its schema. */
export const isFailed = ({ failed = [] }: Pick<Base, 'failed'>, path: Path): boolean =>
  failed.some((one) => one.length <= path.length && one.every((key, at) => String(key) === String(path[at])));

/** Tell whether a field, or anything in it, did not pass its schema. */
export const isPartial = ({ failed = [] }: Pick<Base, 'failed'>, path: Path): boolean =>
  failed.some((one) => one.every((key, at) => at >= path.length || String(key) === String(path[at])));

export interface PageEntry extends Base {
  kind: 'front' | 'concept' | 'question';
  lang: string;
  data: PageData;
  /** MDX without its front matter. */
  body: string;
  /** The line of the file on which the body begins, counted from 1. */
  bodyLine: number;
  /** The text could not be read; only its name is known. */
  broken?: boolean;
}

export interface DecisionEntry extends Base {
  kind: 'decision';
  lang: string;
  data: DecisionData;
}

export interface SourceEntry extends Base {
  kind: 'source';
  data: SourceData;
}

/** The whole text of the source of the same id. */
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

export type Entry = PageEntry | DecisionEntry | SourceEntry | SourceTextEntry | ArticleEntry | VocabularyEntry | FactsEntry | SiteEntry;
