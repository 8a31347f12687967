import type { Tree } from './decision-tree.ts';
import type { ArticleEntry, SearchQuestionsEntry, SiteEntry, SourceEntry, SourceTextEntry, VocabularyEntry } from './entry.ts';
import type { Page } from './page.ts';

/** The parsed content, before it is divided into locales. */
export interface Parsed {
  site: SiteEntry;
  article: ArticleEntry | undefined;
  vocabulary: VocabularyEntry | undefined;
  pages: Page[];
  trees: Tree[];
  sources: SourceEntry[];
  texts: SourceTextEntry[];
  searchQuestions: SearchQuestionsEntry[];
}
