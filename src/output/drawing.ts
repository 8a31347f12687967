import { join } from 'node:path';
import { readDrawing, staleDrawings, writeDrawing } from '../diagrams/cache.ts';
import { draw } from '../diagrams/drawing.ts';
import { slim } from '../diagrams/slimming.ts';
import { problem, type Problem } from '../model/problem.ts';
import type { Site } from '../model/site.ts';
import { DRAWINGS, FONT, FONT_KEY, drawingJobs, type PlacedJob } from './drawing-jobs.ts';

/**
 * Draw what is not drawn yet and keep it beside the content. `browser` gives the path of a Chromium, or undefined;
 * it is asked only when something must be drawn. Returns the faults, and how many drawings were made.
 */
export async function drawMissing(site: Site, content: string, browser: () => Promise<string | undefined>): Promise<{ problems: Problem[]; drawn: number }> {
  const folder = join(content, DRAWINGS);
  const missing: PlacedJob[] = [];
  for (const job of drawingJobs(site)) if ((await readDrawing(folder, job.name, job.source, FONT_KEY)) === undefined) missing.push(job);
  if (missing.length === 0) return { problems: [], drawn: 0 };
  const executablePath = await browser();
  if (!executablePath) return { problems: missing.map((job) => problem('undrawn-diagram', job.file, { line: job.line, column: 1 }, { name: job.name })), drawn: 0 };
  const results = await draw(missing, { executablePath, fontFamily: 'Literata', fontFile: FONT });
  const problems: Problem[] = [];
  for (const job of missing) {
    const result = results.get(job.name)!;
    if ('error' in result) problems.push(problem('broken-mermaid', job.file, { line: job.line + (result.line ?? 0), column: 1 }, { reason: result.error }));
    else await writeDrawing(folder, job.name, job.source, slim(result.svg, job.name), FONT_KEY);
  }
  return { problems, drawn: missing.length - problems.length };
}

/** List the drawings that nothing needs any more, as paths. */
export async function unneededDrawings(site: Site, content: string): Promise<string[]> {
  return staleDrawings(join(content, DRAWINGS), drawingJobs(site), FONT_KEY);
}

