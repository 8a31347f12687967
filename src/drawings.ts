/** The bridge from the drawings kept beside the content to the pages that show them. */
import { resolve } from 'node:path';
import { readDrawing } from './diagrams/cache.ts';
import type { Tree } from './model/decision-tree.ts';
import type { Edition } from './model/edition.ts';
import { DRAWINGS, FONT_KEY, fenceJob, mapJob, treeJob } from './output/drawing-jobs.ts';

const folder = resolve(process.env.CONTENT_DIR ?? 'content', DRAWINGS);

/** Give the drawing of a tree; its nodes lead to the questions and outcomes on the page at `href`. */
export async function treeDrawing(tree: Tree, href: string): Promise<string> {
  const { name, source } = treeJob(tree);
  return (await drawing(name, source)).replaceAll('href="#', `href="${href}#`);
}

/** Tell how far from the left edge of a drawing the middle of a node stands, in pixels at natural size; undefined for a node that is not drawn. */
export function middleOf(svg: string, node: string): number | undefined {
  const [, at] = new RegExp(`href="[^"]*#${node}"[^>]* transform="translate\\(([\\d.]+)`).exec(svg) ?? [];
  const [, edge] = /viewBox="(-?[\d.]+)/.exec(svg) ?? [];
  return at === undefined || edge === undefined ? undefined : Math.round(Number(at) - Number(edge));
}

/** Give the drawing of a Mermaid fence on a page, its `kb:` addresses resolved. */
export async function fenceDrawing(page: string, source: string, { index }: Edition): Promise<string> {
  const svg = resolved(await drawing(fenceJob(page, source).name, source), index);
  // Mermaid writes no title into a timeline; the figure around the drawing then says it.
  return svg.includes('<title') ? svg : svg.replace('role="img"', 'aria-hidden="true"');
}

/** Give the drawing of the map of concepts; undefined when there is none. */
export async function mapDrawing(edition: Edition): Promise<string | undefined> {
  const job = mapJob(edition);
  return job && resolved(await drawing(job.name, job.source), edition.index);
}

function resolved(svg: string, index: Edition['index']): string {
  return svg.replace(/href="kb:([^"]+)"/g, (_, address: string) => `href="${index.get(address)?.href ?? '#'}"`);
}

async function drawing(name: string, source: string): Promise<string> {
  const svg = await readDrawing(folder, name, source, FONT_KEY);
  if (svg === undefined) throw new Error(`The diagram “${name}” is not drawn yet. Run npm run draw.`);
  return svg;
}
