/** Lists the pages of text, the sources and the volumes of the book that are not in the cache of rendered pages, so that Astro renders only these in a build. */
import { createHash } from 'node:crypto';
import { hasBook } from '../model/book.ts';
import type { Site } from '../model/site.ts';
import { isBuild, isRendered } from '../output/rendered-pages.ts';
import { localePaths, loadSite, volumesIn } from '../load-model.ts';
import { pageFacts, sourceFacts } from './page-facts.ts';

export interface PageParams {
  lang: string | undefined;
  segment: 'concepts' | 'questions';
  id: string;
}

export interface SourceParams {
  lang: string | undefined;
  key: string;
}

export interface VolumeParams {
  lang: string | undefined;
  /** The number of the volume; undefined for the whole book and for the list of volumes. */
  volume: string | undefined;
}

interface ToRender {
  /** The route parameters of the pages. */
  params: PageParams[];
  sources: SourceParams[];
  volumes: VolumeParams[];
  /** The files whose text has to be compiled. */
  files: Set<string>;
}

/** On `globalThis`, because the command and the pages run in two module graphs of one process. */
const KEY = Symbol.for('pages to render');
const holder = globalThis as { [KEY]?: { site: Site; found: Promise<ToRender> } };

/** Returns the pages, sources and volumes to render. */
export async function pagesToRender(): Promise<ToRender> {
  const site = await loadSite();
  if (holder[KEY]?.site !== site) holder[KEY] = { site, found: find(site) };
  return holder[KEY].found;
}

async function find(site: Site): Promise<ToRender> {
  const params: PageParams[] = [];
  const sources: SourceParams[] = [];
  const volumes: VolumeParams[] = [];
  const files = new Set<string>();
  for (const { lang, locale } of await localePaths()) {
    const facts = new Map<string, string>();
    for (const page of locale.pages.values()) {
      if (isBuild()) facts.set(page.id, digest(await pageFacts(site.locales, locale, page)));
      const segment = page.kind === 'concept' ? 'concepts' : 'questions';
      const isNew = page.kind !== 'front' && !isRendered(pathOf(lang, segment, page.id), facts.get(page.id));
      if (isNew) params.push({ lang, segment, id: page.id });
      if (isNew || page.kind === 'front') files.add(page.file);
    }
    for (const key of locale.sources.keys()) {
      const facts = isBuild() ? digest(await sourceFacts(site.locales, locale, key)) : undefined;
      if (!isRendered(pathOf(lang, 'sources', key), facts)) sources.push({ lang, key });
    }
    if (!hasBook(site)) continue;
    const book = volumesIn(locale);
    // The list of the volumes.
    if (book.length > 1) volumes.push({ lang, volume: undefined });
    for (const [at, { parts }] of book.entries()) {
      const volume = book.length > 1 ? `${at + 1}` : undefined;
      const chapters = ['index', ...parts.flatMap((part) => part.chapters.map(({ target }) => target.entry))];
      // The lists at the end refer to every page.
      const shaping = at === book.length - 1 ? [...facts.values()] : chapters.map((id) => facts.get(id));
      if (isRendered(pathOf(lang, 'print', volume), shaping)) continue;
      volumes.push({ lang, volume });
      for (const id of chapters) if (locale.pages.has(id)) files.add(locale.pages.get(id)!.file);
    }
  }
  return { params, sources, volumes, files };
}

const pathOf = (...names: (string | undefined)[]): string => [...names, 'index.html'].filter(Boolean).join('/');

const digest = (facts: unknown): string => createHash('sha256').update(JSON.stringify(facts)).digest('hex');
