/** Lists the pages of text and the sources that are not in the cache of rendered pages, so that Astro renders only these in a build. */
import { createHash } from 'node:crypto';
import type { Site } from '../model/site.ts';
import { isBuild, isRendered } from '../output/rendered-pages.ts';
import { localePaths, loadSite } from '../load-model.ts';
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

interface ToRender {
  /** The route parameters of the pages. */
  params: PageParams[];
  sources: SourceParams[];
  /** The files whose text has to be compiled. */
  files: Set<string>;
}

/** On `globalThis`, because the command and the pages run in two module graphs of one process. */
const KEY = Symbol.for('pages to render');
const holder = globalThis as { [KEY]?: { site: Site; found: Promise<ToRender> } };

/** Returns the pages and sources to render. */
export async function pagesToRender(): Promise<ToRender> {
  const site = await loadSite();
  if (holder[KEY]?.site !== site) holder[KEY] = { site, found: find(site) };
  return holder[KEY].found;
}

async function find(site: Site): Promise<ToRender> {
  const params: PageParams[] = [];
  const sources: SourceParams[] = [];
  const files = new Set<string>();
  for (const { lang, locale } of await localePaths()) {
    for (const page of locale.pages.values()) {
      if (page.kind === 'front') {
        files.add(page.file);
        continue;
      }
      const facts = isBuild() ? digest(await pageFacts(site.locales, locale, page)) : undefined;
      const segment = page.kind === 'concept' ? 'concepts' : 'questions';
      if (isRendered(pathOf(lang, segment, page.id), facts)) continue;
      params.push({ lang, segment, id: page.id });
      files.add(page.file);
    }
    for (const key of locale.sources.keys()) {
      const facts = isBuild() ? digest(await sourceFacts(site.locales, locale, key)) : undefined;
      if (!isRendered(pathOf(lang, 'sources', key), facts)) sources.push({ lang, key });
    }
  }
  return { params, sources, files };
}

const pathOf = (...names: (string | undefined)[]): string => [...names, 'index.html'].filter(Boolean).join('/');

const digest = (facts: unknown): string => createHash('sha256').update(JSON.stringify(facts)).digest('hex');
