/** Loads the model for the pages. In a build it is the model of the source check; in development it is rebuilt after each change of a file. */
import { cachedReferences } from './content/cached-references.ts';
import { sharedContent } from './content/shared-content.ts';
import type { Locale } from './model/locale.ts';
import { stringsOf } from './i18n/index.ts';
import { bookOf, volumesOf } from './model/book.ts';
import { gostReferencesOf } from './model/gost-reference.ts';
import { perLocale } from './model/per-locale.ts';
import type { Site } from './model/site.ts';
import type { FormerWordings } from './permalinks/former-wordings.ts';
import { historyOf, type PageChange } from './permalinks/history.ts';
import {
  movedPages,
  removedAnchors,
  removedPaths,
  type MovedPage,
  type Removed,
  type RemovedAnchor,
  type RemovedPath,
} from './permalinks/removed.ts';
import { outdatedPassages, type OutdatedPassage } from './permalinks/outdated.ts';
import { resolverOf } from './permalinks/resolver.ts';
import { snapshotOf } from './permalinks/snapshot.ts';

/** Returns the model of the knowledge base. */
export async function loadSite(): Promise<Site> {
  return (await sharedContent()).site;
}

interface Derived {
  site: Site;
  removed: Removed;
  former: FormerWordings;
  history: Map<string, PageChange[]>;
  references: Map<string, Promise<ReadonlyMap<string, string>>>;
  outdated: OutdatedPassage[];
}

/** On `globalThis`, because the command and the pages run in two module graphs of one process. */
const KEY = Symbol.for('data derived from the content');
const holder = globalThis as { [KEY]?: Derived };

/** Returns data derived from the content. Computes it once, and again when the content changes. */
async function derived(): Promise<Derived> {
  const { site, stored } = await sharedContent();
  if (holder[KEY]?.site === site) return holder[KEY];
  return (holder[KEY] = {
    site,
    removed: resolverOf(site, stored),
    former: stored?.former ?? new Map(),
    history: new Map(),
    references: new Map(),
    outdated: stored ? outdatedPassages(stored.permalinks, snapshotOf(site), site.routes.languages[0]!) : [],
  });
}

/** Returns the path parameter of each language; the first language has none. */
export async function localePaths(): Promise<{ lang: string | undefined; locale: Locale }[]> {
  const { locales } = await loadSite();
  return locales.map((locale, at) => ({ lang: at === 0 ? undefined : locale.lang, locale }));
}

/** Returns the locale for a path parameter. */
export async function localeOf(lang: string | undefined): Promise<Locale> {
  const { locales } = await loadSite();
  return locales.find((locale) => locale.lang === lang) ?? locales[0]!;
}

/** Returns the origin of the site. SITE_URL overrides site.yaml. */
export async function siteAddress(): Promise<string> {
  return (process.env.SITE_URL || (await loadSite()).data.address).replace(/\/$/, '');
}

/** Returns the changes of a language, newest first. */
export async function changesOf({ lang }: Locale): Promise<PageChange[]> {
  const { site, removed, history, former } = await derived();
  const known = history.get(lang);
  if (known) return known;
  const changes = historyOf(removed.permalinks, site, removed.resolver, lang, former);
  history.set(lang, changes);
  return changes;
}

/** Lists the removed fragments that redirect to a page. */
export async function anchorsRedirectedTo({ lang }: Locale, page: { id: string; lang: string }): Promise<RemovedAnchor[]> {
  const { site, removed } = await derived();
  return removedAnchors(removed, page.id, [...new Set([page.lang, lang, site.routes.languages[0]!])], page.lang);
}

/** Lists the pages whose old URLs redirect. */
export async function moved(): Promise<MovedPage[]> {
  const { site, removed } = await derived();
  return movedPages(removed, site);
}

/** Lists the published paths through trees that no longer exist. */
export async function removedPathsIn(): Promise<RemovedPath[]> {
  const { site, removed } = await derived();
  return removedPaths(removed, site);
}

/** Lists the passages of a page that changed in the first language after they were translated. */
export async function changedSinceTranslation({ lang }: Locale, page: string): Promise<OutdatedPassage[]> {
  return (await derived()).outdated.filter((one) => one.lang === lang && one.page === page && one.what === 'changed');
}

/** Returns every source as one line of a bibliography: for readers of Russian as GOST has it, for others in Harvard style and the first language. */
export async function references({ lang }: Locale): Promise<ReadonlyMap<string, string>> {
  const { site, references: known } = await derived();
  const { folder } = await sharedContent();
  const [first] = site.locales;
  const form = lang === 'ru' ? lang : first!.lang;
  const sources = () => [...site.locales.find((locale) => locale.lang === form)!.sources.values()];
  const lines = known.get(form) ?? (form === 'ru' ? Promise.resolve(gostReferencesOf(sources())) : cachedReferences(folder, sources()));
  known.set(form, lines);
  return lines;
}

/** Returns the book of a locale. */
export const bookIn = perLocale((locale) => bookOf(locale, stringsOf(locale.lang, locale.languages)));

/** Returns the volumes of the book of a locale. */
export const volumesIn = perLocale((locale) => volumesOf(locale, bookIn(locale)));
