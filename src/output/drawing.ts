import { join } from 'node:path';
import { DrawingFault, readDrawing, staleDrawings, writeDrawing } from '../diagrams/cache.ts';
import { draw } from '../diagrams/drawing.ts';
import { slim } from '../diagrams/slimming.ts';
import { problem, type Problem } from '../model/problem.ts';
import type { Site } from '../model/site.ts';
import { DRAWINGS, FONTS, FONT_KEY, drawingJobs, type PlacedJob } from './drawing-jobs.ts';

/**
 * Draws the diagrams that have no stored drawing, except those of `faulty` files. `browser` returns the path of a Chromium, or
 * undefined; it is called only if there is something to draw. Returns the faults and the number of new drawings.
 */
export async function drawMissing(
  site: Site,
  content: string,
  browser: () => Promise<string | undefined>,
  faulty: ReadonlySet<string> = new Set(),
): Promise<{ problems: Problem[]; drawn: number }> {
  const folder = join(content, DRAWINGS);
  const missing = await missingJobs(site, content, faulty);
  if (missing.length === 0) return { problems: [], drawn: 0 };
  const executablePath = await browser();
  if (!executablePath)
    return { problems: missing.map((job) => problem('undrawn-diagram', job.file, { line: job.line, column: 1 }, { name: job.name })), drawn: 0 };
  const results = await draw(missing, { executablePath, fontFamily: 'Literata', fontFile: FONTS });
  const problems: Problem[] = [];
  for (const job of missing) {
    const result = results.get(job.name)!;
    if ('error' in result) {
      problems.push(broken(job, result.error, result.line));
      continue;
    }
    const { title, description, nodes } = result;
    await writeDrawing(folder, job.name, job.source, { ...slim(result.svg, job.name), title, description, nodes }, FONT_KEY);
  }
  return { problems, drawn: missing.length - problems.length };
}

/** Find stored drawings that are not as they were drawn, and what Mermaid cannot read among those that are not drawn yet. Needs no browser. Files that are `faulty` otherwise are left alone. */
export async function unreadableDrawings(site: Site, content: string, faulty: ReadonlySet<string>): Promise<Problem[]> {
  const wanting = await missingJobs(site, content, faulty);
  const altered = wanting.flatMap(({ name, file, reason }) =>
    reason ? [problem('altered-diagram', file, { line: 1, column: 1 }, { name, reason })] : [],
  );
  const missing = wanting.filter(({ reason }) => !reason);
  if (missing.length === 0) return altered;
  // Mermaid takes a second to load; a check of drawn content does not pay for it.
  const { diagramFault } = await import('../diagrams/syntax.ts');
  const faults = await Promise.all(missing.map(async (job) => ({ job, fault: await diagramFault(job.source) })));
  return [...altered, ...faults.flatMap(({ job, fault }) => (fault ? [broken(job, fault.message, fault.line)] : []))];
}

const broken = (job: PlacedJob, reason: string, line = 0): Problem =>
  problem('broken-mermaid', job.file, { line: job.line + line, column: 1 }, { reason });

/** The jobs whose drawing is not stored, or was altered for the `reason` given. */
async function missingJobs(site: Site, content: string, faulty: ReadonlySet<string> = new Set()): Promise<(PlacedJob & { reason?: string })[]> {
  const folder = join(content, DRAWINGS);
  const missing: (PlacedJob & { reason?: string })[] = [];
  for (const job of drawingJobs(site, faulty)) {
    try {
      if ((await readDrawing(folder, job.name, job.source, FONT_KEY)) === undefined) missing.push(job);
    } catch (error) {
      if (!(error instanceof DrawingFault)) throw error;
      missing.push({ ...job, reason: error.message });
    }
  }
  return missing;
}

/** List the drawings that nothing needs any more, as paths. */
export async function unneededDrawings(site: Site, content: string): Promise<string[]> {
  return staleDrawings(join(content, DRAWINGS), drawingJobs(site), FONT_KEY);
}
