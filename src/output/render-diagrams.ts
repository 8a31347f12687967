import { join } from 'node:path';
import { InvalidDrawing, readDrawing, staleDrawings, writeDrawing } from '../diagrams/cache.ts';
import { diagnostic, type Diagnostic } from '../model/diagnostics.ts';
import type { Site } from '../model/site.ts';
import { DRAWINGS, FONTS, FONT_KEY, diagramJobs, type PlacedJob } from './diagram-jobs.ts';

/**
 * Renders the diagrams that are not stored yet, without those of `invalid` files. `browser` returns the path of a Chromium or undefined; it
 * is called only if a diagram is missing. Returns the diagnostics and the number of new diagrams.
 */
export async function renderMissing(
  site: Site,
  content: string,
  browser: () => Promise<string | undefined>,
  invalid: ReadonlySet<string> = new Set(),
): Promise<{ diagnostics: Diagnostic[]; drawn: number }> {
  const folder = join(content, DRAWINGS);
  const missing = await missingJobs(site, content, invalid);
  if (missing.length === 0) return { diagnostics: [], drawn: 0 };
  const executablePath = await browser();
  if (!executablePath)
    // A missing concept map is no error, because the list on its page has the same content. So a new page can be built without a browser.
    return {
      diagnostics: missing
        .filter(({ name }) => !isMap(name))
        .map((job) => diagnostic('undrawn-diagram', job.file, { line: job.line, column: 1 }, { name: job.name })),
      drawn: 0,
    };
  // Playwright and SVGO take a second to load, so they are loaded only if a diagram is missing.
  const [{ renderDiagrams }, { cleanSvg }] = await Promise.all([import('../diagrams/render.ts'), import('../diagrams/clean-svg.ts')]);
  // Each drawing is written when it is done, so that an interrupted run loses only the unfinished ones.
  const results = await renderDiagrams(missing, { executablePath, fontFamily: 'Literata', fontFile: FONTS }, async (job, result) => {
    if ('error' in result) return;
    const { title, description, nodes } = result;
    await writeDrawing(folder, job.name, job.source, { ...cleanSvg(result.svg, job.name), title, description, nodes }, FONT_KEY);
  });
  const diagnostics = missing.flatMap((job): Diagnostic[] => {
    const result = results.get(job.name)!;
    return 'error' in result ? [broken(job, result.error, result.line)] : [];
  });
  return { diagnostics, drawn: missing.length - diagnostics.length };
}

/** Reports stored drawings that were altered, and new diagrams with a syntax error. Needs no browser. Skips `invalid` files. */
export async function checkDrawings(site: Site, content: string, invalid: ReadonlySet<string>): Promise<Diagnostic[]> {
  const wanting = await missingJobs(site, content, invalid);
  const altered = wanting.flatMap(({ name, file, reason }) =>
    reason ? [diagnostic('altered-diagram', file, { line: 1, column: 1 }, { name, reason })] : [],
  );
  const missing = wanting.filter(({ reason }) => !reason);
  if (missing.length === 0) return altered;
  // Mermaid takes a second to load, so it is loaded only if a diagram is missing.
  const { validateDiagram } = await import('../diagrams/validate.ts');
  const errors = await Promise.all(missing.map(async (job) => ({ job, error: await validateDiagram(job.source) })));
  return [...altered, ...errors.flatMap(({ job, error }) => (error ? [broken(job, error.message, error.line)] : []))];
}

const isMap = (name: string): boolean => /^map-[a-z]{2}$/.test(name);

const broken = (job: PlacedJob, reason: string, line = 0): Diagnostic =>
  diagnostic('broken-mermaid', job.file, { line: job.line + line, column: 1 }, { reason });

/** Returns the jobs without a stored drawing, and those whose drawing cannot be used, with the `reason`. */
async function missingJobs(site: Site, content: string, invalid: ReadonlySet<string> = new Set()): Promise<(PlacedJob & { reason?: string })[]> {
  const folder = join(content, DRAWINGS);
  const missing: (PlacedJob & { reason?: string })[] = [];
  for (const job of diagramJobs(site, invalid)) {
    try {
      if ((await readDrawing(folder, job.name, job.source, FONT_KEY)) === undefined) missing.push(job);
    } catch (error) {
      if (!(error instanceof InvalidDrawing)) throw error;
      missing.push({ ...job, reason: error.message });
    }
  }
  return missing;
}

/** Lists the files of stored diagrams that the site no longer uses. */
export async function staleDiagrams(site: Site, content: string): Promise<string[]> {
  return staleDrawings(join(content, DRAWINGS), diagramJobs(site), FONT_KEY);
}
