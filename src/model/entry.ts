/** What the model is built from: one file of the content folder, read and validated. */
import type { ArticleData } from '../schema/article.ts';
import type { DecisionData } from '../schema/decision.ts';
import type { PageData } from '../schema/page.ts';
import type { SiteData } from '../schema/site.ts';
import type { SourceData } from '../schema/source.ts';

interface Base {
  id: string;
  /** Path under the content folder, with forward slashes. */
  file: string;
}

export interface PageEntry extends Base {
  kind: 'front' | 'concept' | 'question';
  lang: string;
  data: PageData;
  /** MDX without its front matter. */
  body: string;
  /** The line of the file on which the body begins, counted from 1. */
  bodyLine: number;
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

export interface ArticleEntry extends Base {
  kind: 'article';
  data: ArticleData;
}

export interface SiteEntry extends Base {
  kind: 'site';
  data: SiteData;
}

export type Entry = PageEntry | DecisionEntry | SourceEntry | ArticleEntry | SiteEntry;
