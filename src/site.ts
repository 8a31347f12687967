/** The one bridge from Astro's collections to the model. In a build it is crossed once, in development at every request. */
import { getCollection, render, type CollectionEntry } from 'astro:content';
import { changesIn, type Change } from './ledger/changes.ts';
import { readLedger, readPublishedWalks } from './ledger/file.ts';
import { formerWalks, type FormerWalk } from './ledger/former-walks.ts';
import { movedPages, retiredOn, type Landed, type MovedPage } from './ledger/landings.ts';
import type { Ledger } from './ledger/ledger.ts';
import { numberingOf } from './ledger/numbering.ts';
import type { Edition } from './model/edition.ts';
import type { Entry } from './model/entry.ts';
import { referencesOf } from './model/reference.ts';
import { buildSite, type Site } from './model/site.ts';
import { folders, placeOf, type Kind } from './schema/folders.ts';

type Body = CollectionEntry<'concept'> | CollectionEntry<'question'> | CollectionEntry<'front'>;

interface Crossing {
  site: Site;
  bodies: Map<string, Body>;
  /** Empty for a base that keeps none. */
  ledger: Ledger;
}

let crossing: Promise<Crossing> | undefined;
let crossed = '';

type Item = CollectionEntry<Kind>;

/** Cross once in a build; in development again whenever a file has changed. */
async function reach(): Promise<Crossing> {
  if (crossing && import.meta.env.PROD) return crossing;
  const kinds = [...new Set(folders.map(({ kind }) => kind))];
  const items: Item[] = (await Promise.all(kinds.map((kind) => getCollection(kind)))).flat();
  const state = items.map((item) => `${item.id} ${String(item.digest)}`).join('\n');
  if (!crossing || state !== crossed) crossing = cross(items);
  crossed = state;
  return crossing;
}

const contentFolder = (): string => process.env.CONTENT_DIR ?? 'content';

async function cross(items: readonly Item[]): Promise<Crossing> {
  const kept = await readLedger(contentFolder());
  const bodies = new Map<string, Body>();
  const entries = items.map((item): Entry => {
    const place = placeOf(item.id)!;
    if (item.body !== undefined) bodies.set(item.id, item as Body);
    return { ...place, file: item.id, data: item.data, body: item.body ?? '', bodyLine: 1 } as Entry;
  });
  const site = buildSite(entries, import.meta.env.BASE_URL.replace(/\/?$/, '/'), kept && numberingOf(kept.ledger));
  return { site, bodies, ledger: kept?.ledger ?? new Map() };
}

/** Give the model of the knowledge base. */
export async function loadSite(): Promise<Site> {
  return (await reach()).site;
}

/** Give the path parameter of each language: none for the first. */
export async function editionPaths(): Promise<{ lang: string | undefined; edition: Edition }[]> {
  const { editions } = await loadSite();
  return editions.map((edition, at) => ({ lang: at === 0 ? undefined : edition.lang, edition }));
}

/** Give the edition of a language, by its path parameter. */
export async function editionOf(lang: string | undefined): Promise<Edition> {
  const { editions } = await loadSite();
  return editions.find((edition) => edition.lang === lang) ?? editions[0]!;
}

/** Render the body of a page, by the path of its file. */
export async function renderBody(file: string) {
  const body = (await reach()).bodies.get(file)!;
  return render(body);
}

/** Give the address at which the site is published, without a path. SITE_URL comes before site.yaml. */
export async function siteAddress(): Promise<string> {
  return (import.meta.env.SITE ?? (await loadSite()).data.address).replace(/\/$/, '');
}

/** List what was published, changed and moved in an edition, the latest first. */
export async function changesOf({ lang }: Edition): Promise<Change[]> {
  return changesIn((await reach()).ledger, lang);
}

/** List the addresses that once stood on a page and land there now. */
export async function landedOn({ lang }: Edition, page: { id: string; lang: string }): Promise<Landed[]> {
  const { site, ledger } = await reach();
  return retiredOn(ledger, page, lang, site.places.languages[0]);
}

/** List the pages whose old URLs forward. */
export async function moved(): Promise<MovedPage[]> {
  const { site, ledger } = await reach();
  return movedPages(ledger, site.places.languages);
}

/** List the states of walks that were published and are no longer there. */
export async function formerWalksOf(): Promise<FormerWalk[]> {
  const { site, ledger } = await reach();
  const { walks } = await readPublishedWalks(contentFolder());
  return formerWalks(walks, site, ledger);
}

let written: { site: Site; lines: Map<string, string> } | undefined;

/** Give every source as one line of a bibliography. */
export async function references(): Promise<Map<string, string>> {
  const site = await loadSite();
  if (written?.site !== site) written = { site, lines: referencesOf([...site.editions[0]!.sources.values()]) };
  return written.lines;
}
