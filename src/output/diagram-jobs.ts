import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { diagramKey } from '../diagrams/cache.ts';
import { stringsOf } from '../i18n/index.ts';
import type { Tree } from '../model/decision-tree.ts';
import type { Locale } from '../model/locale.ts';
import type { Site } from '../model/site.ts';
import { conceptMap } from '../views/concept-map.ts';
import { flowchart } from './flowchart.ts';

/** The folder of stored diagrams, under the content folder. */
export const DRAWINGS = 'diagrams';

/** The fonts that diagrams are measured with. A change of a font requires new diagrams. */
export const FONTS = ['literata.woff2', 'literata-cyrillic.woff2'].map((name) => resolve('src/fonts', name));
export const FONT_KEY = createHash('sha256')
  .update(Buffer.concat(FONTS.map((path) => readFileSync(path))))
  .digest('hex')
  .slice(0, 10);

export interface DiagramJob {
  name: string;
  source: string;
}

/** A job with its location in the content. */
export interface PlacedJob extends DiagramJob {
  file: string;
  /** The line of the file on which the diagram begins. */
  line: number;
}

/** Returns the job for the diagram of a tree. */
export function treeJob(tree: Tree): DiagramJob {
  return { name: `${tree.id}-${tree.lang}`, source: flowchart(tree) };
}

/** Returns the job for a Mermaid fence of a page. */
export function fenceJob(page: string, source: string): DiagramJob {
  return { name: `${page}-${diagramKey(source).slice(0, 4)}`, source };
}

/** Returns the job for the concept map of a locale. */
export function mapJob(locale: Locale): DiagramJob | undefined {
  const { mapTitle, mapDescription } = stringsOf(locale.lang, locale.languages);
  const source = conceptMap(locale, mapTitle, mapDescription);
  return source === undefined ? undefined : { name: `map-${locale.lang}`, source };
}

/** Lists the diagrams of a site without duplicates. Skips those of `invalid` files. */
export function diagramJobs(site: Site, invalid: ReadonlySet<string> = new Set()): PlacedJob[] {
  const jobs = new Map<string, PlacedJob>();
  for (const locale of site.locales) {
    const { pages, trees } = locale;
    const map = invalid.size === 0 ? mapJob(locale) : undefined;
    if (map) jobs.set(`${map.name} ${map.source}`, { ...map, file: 'site.yaml', line: 1 });
    for (const tree of trees.values()) {
      if (tree.errors.length > 0 || invalid.has(tree.file)) continue;
      const job = treeJob(tree);
      jobs.set(`${job.name} ${job.source}`, { ...job, file: tree.file, line: 1 });
    }
    for (const page of pages.values()) {
      if (invalid.has(page.file)) continue;
      for (const { source, at } of page.diagrams) {
        const job = fenceJob(page.id, source);
        jobs.set(`${job.name} ${job.source}`, { ...job, file: page.file, line: at.line });
      }
    }
  }
  return [...jobs.values()];
}
