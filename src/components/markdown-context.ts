import type { MarkdownContext } from '../views/markdown-pages.ts';
import { feedItems, type FeedItem } from '../views/feed.ts';
import { changesOf, loadSite, references as referencesIn } from '../load-model.ts';

/** Returns what the Markdown versions contain besides the content. */
export async function markdownContext(): Promise<MarkdownContext> {
  const { locales } = await loadSite();
  const changes = new Map<string, FeedItem[]>();
  for (const locale of locales) changes.set(locale.lang, feedItems(await changesOf(locale), locale));
  const references = new Map<string, ReadonlyMap<string, string>>();
  for (const locale of locales) references.set(locale.lang, await referencesIn(locale));
  return { references: (lang) => references.get(lang) ?? new Map(), changes: (lang) => changes.get(lang) ?? [] };
}
