import { stringsOf } from '../i18n/index.ts';
import type { Site } from '../model/site.ts';
import { markdownPages, type MarkdownPage } from '../views/markdown-pages.ts';
import { feedItems, type FeedItem } from '../views/feed.ts';
import { renderedMarkdown } from '../output/rendered-pages.ts';
import { changesOf, loadSite, references, siteAddress } from '../load-model.ts';

/** On `globalThis`, because the command and the pages run in two module graphs of one process. */
const KEY = Symbol.for('Markdown versions');
const holder = globalThis as { [KEY]?: { site: Site; pages: MarkdownPage[] } };

/** Returns the Markdown version of every page, for its own file and for llms-full.txt. */
export async function markdownVersions(): Promise<MarkdownPage[]> {
  const site = await loadSite();
  if (holder[KEY]?.site !== site) {
    const changes = new Map<string, FeedItem[]>();
    const lines = new Map<string, ReadonlyMap<string, string>>();
    for (const locale of site.locales) {
      changes.set(locale.lang, feedItems(await changesOf(locale), locale));
      lines.set(locale.lang, await references(locale));
    }
    const context = {
      references: (lang: string) => lines.get(lang)!,
      changes: (lang: string) => changes.get(lang) ?? [],
      stored: (path: string) => renderedMarkdown(`${path}index.html`),
    };
    holder[KEY] = { site, pages: markdownPages(site, await siteAddress(), (lang) => stringsOf(lang, site.data.languages), context) };
  }
  return holder[KEY].pages;
}
