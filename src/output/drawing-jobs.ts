import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { diagramKey } from '../diagrams/cache.ts';
import { flowchart } from '../diagrams/flowchart.ts';
import type { Tree } from '../model/decision.ts';
import type { Site } from '../model/site.ts';

/** Where drawings are kept, under the content folder. */
export const DRAWINGS = 'diagrams';

/** The typeface that drawings are measured with; a change of it asks for new drawings. */
export const FONT = resolve('src/fonts/literata.woff2');
export const FONT_KEY = createHash('sha256').update(readFileSync(FONT)).digest('hex').slice(0, 10);

export interface DrawingJob {
  name: string;
  source: string;
}

/** A job, with the place in the content that asks for it. */
export interface PlacedJob extends DrawingJob {
  file: string;
  /** The line of the file on which the diagram begins. */
  line: number;
}

/** Name the drawing of a tree and give its Mermaid text. */
export function treeJob(tree: Tree): DrawingJob {
  return { name: `${tree.id}-${tree.lang}`, source: flowchart({ id: tree.id, lang: tree.lang, ...tree.data }) };
}

/** Name the drawing of a fence on a page. */
export function fenceJob(page: string, source: string): DrawingJob {
  return { name: `${page}-${diagramKey(source).slice(0, 4)}`, source };
}

/** List every drawing that a site needs, each once. */
export function drawingJobs(site: Site): PlacedJob[] {
  const jobs = new Map<string, PlacedJob>();
  for (const { pages, trees } of site.editions) {
    for (const tree of trees.values()) {
      if (tree.faults.length > 0) continue;
      const job = treeJob(tree);
      jobs.set(`${job.name} ${job.source}`, { ...job, file: tree.file, line: 1 });
    }
    for (const page of pages.values()) {
      for (const { source, at } of page.diagrams) {
        const job = fenceJob(page.id, source);
        jobs.set(`${job.name} ${job.source}`, { ...job, file: page.file, line: at.line });
      }
    }
  }
  return [...jobs.values()];
}
