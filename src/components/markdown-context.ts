import type { MarkdownContext } from '../views/markdown-pages.ts';
import { feedItems, type FeedItem } from '../views/feed.ts';
import { changesOf, loadSite, references } from '../load-model.ts';

/** Returns what the Markdown versions contain besides the content. */
export async function markdownContext(): Promise<MarkdownContext> {
  const { locales } = await loadSite();
  const changes = new Map<string, FeedItem[]>();
  for (const locale of locales) changes.set(locale.lang, feedItems(await changesOf(locale), locale));
  return { references: await references(), changes: (lang) => changes.get(lang) ?? [] };
}
