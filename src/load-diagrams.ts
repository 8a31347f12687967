/** Loads the stored SVG diagrams for the pages. */
import { resolve } from 'node:path';
import { readDrawing, type Drawing } from './diagrams/cache.ts';
import { mapLinks } from './diagrams/links.ts';
import type { Tree } from './model/decision-tree.ts';
import type { Locale } from './model/locale.ts';
import { DRAWINGS, FONT_KEY, fenceJob, mapJob, treeJob, type DiagramJob } from './output/diagram-jobs.ts';

const folder = resolve(process.env.CONTENT_DIR ?? 'content', DRAWINGS);

/** Loads the diagram of a tree. Its nodes link to the questions and outcomes of the page at `page`. */
export const treeDiagram = (tree: Tree, page: string): Promise<Drawing | undefined> => load(treeJob(tree), (link) => `${page}${link}`);

/** Loads the diagram of a Mermaid fence of a page. */
export const fenceDiagram = (page: string, source: string, { index }: Locale): Promise<Drawing | undefined> =>
  load(fenceJob(page, source), addressesIn(index));

/** Loads the concept map; undefined if the locale has none, or if it changed on a machine without a browser. The list on its page is complete. */
export async function mapDiagram(locale: Locale): Promise<Drawing | undefined> {
  const job = mapJob(locale);
  return job && load(job, addressesIn(locale.index), true);
}

/** Resolves links of the form `kb:<address>`. */
const addressesIn =
  (index: Locale['index']) =>
  (link: string): string =>
    link.startsWith('kb:') ? (index.get(link.slice('kb:'.length))?.href ?? '#') : link;

/** Loads a drawing. Throws an error if it is missing, unless it is `optional`, as every drawing is in development. */
async function load({ name, source }: DiagramJob, target: (link: string) => string, optional = import.meta.env.DEV): Promise<Drawing | undefined> {
  const drawing = await readDrawing(folder, name, source, FONT_KEY);
  if (!drawing && optional) return undefined;
  if (!drawing) throw new Error(`The diagram “${name}” is not drawn yet. Run npm run draw.`);
  return { ...drawing, svg: drawing.linked ? mapLinks(drawing.svg, target) : drawing.svg };
}
