import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import type { Page } from 'playwright';
import { addFont, measure, prepare, renderInPage, reroute, serialise } from './in-page.ts';
import { mermaidError } from './mermaid-error.ts';
import { encodeEntities, entityOffset } from './mermaid-escape.ts';
import { mermaidConfig, placements, supportedTypes, textSize, unsupportedType } from './mermaid-config.ts';
import { classifyShapes } from './classify-shapes.ts';
import { isRightAngled, roundedPath, straightenEdges } from './straighten-edges.ts';
import { layoutPenalty } from './layout-score.ts';
import type { Layout } from './layout-score.ts';
import type { DrawnNode } from './cache.ts';
import { setLabelRows } from './label-rows.ts';
import { nodeIdOf } from './svg-classes.ts';

/**
 * Renders Mermaid sources in several tabs of one Chromium, without network.
 *
 * Returns for each name either the drawing, its SVG not yet cleaned (`clean-svg.ts`), or Mermaid's error with the line in the source.
 * A job that fails does not affect the others. `onDone` gets each result as soon as it is there, in any order.
 *
 * @throws when Chromium does not start from `executablePath`, or a font file cannot be read.
 */
export async function renderDiagrams<Job extends RenderJob>(
  jobs: readonly Job[],
  options: RenderOptions,
  onDone: (job: Job, result: RenderResult) => Promise<void> = async () => undefined,
): Promise<Map<string, RenderResult>> {
  const results = new Map<string, RenderResult>();
  if (jobs.length === 0) return results;
  const browser = await chromium.launch({ executablePath: options.executablePath, args: browserArgs });
  try {
    const waiting = [...jobs];
    const work = async (): Promise<void> => {
      const page = await browser.newPage({ offline: true, viewport: { width: 1600, height: 1200 } });
      await preparePage(page, options);
      for (let job = waiting.shift(); job; job = waiting.shift()) {
        const result = await renderOne(page, job.source, options);
        results.set(job.name, result);
        await onDone(job, result);
      }
    };
    await Promise.all(Array.from({ length: Math.min(tabs(), Math.ceil(jobs.length / 4)) }, work));
  } finally {
    await browser.close();
  }
  return results;
}

/**
 * Returns the number of tabs. Two tabs per core use the cores fully, because a tab often waits for messages. Loading Mermaid into one more tab takes
 * longer than four drawings.
 */
const tabs = (): number => Math.min(8, 2 * availableParallelism());

/** Renders a source. Renders a flowchart once per placement, and returns the drawing with the lowest penalty. */
async function renderOne(page: Page, source: string, { fontFile = [], fontFamily }: RenderOptions): Promise<RenderResult> {
  const families = [...[fontFile].flat().map(familyOf), fontFamily].join(', ');
  let best: { result: RenderResult; penalty: number } = { result: { error: '' }, penalty: Infinity };
  for (const placement of placements) {
    const rendered = await page.evaluate(renderInPage, {
      source: encodeEntities(source),
      config: mermaidConfig(families, source, placement),
      entityOffset,
      supportedTypes: [...supportedTypes],
    });
    if ('thrown' in rendered) {
      const { message, ...place } = mermaidError(source, rendered.thrown);
      return { error: message, ...place };
    }
    if (!supportedTypes.has(rendered.type)) return { error: unsupportedType(rendered.type), line: 1 };
    const { svg, nodes, layout } = await finish(page);
    const failure = ERROR_PICTURE.exec(svg)?.[0];
    if (failure) return { error: failure, line: 1 };
    const [title, description] = [oneLine(rendered.title), oneLine(rendered.description)];
    const penalty = layoutPenalty(layout);
    if (penalty < best.penalty) best = { result: { svg, title, description, nodes }, penalty };
    if (!rendered.type.startsWith('flowchart') || layout.edges.length > 45) break;
  }
  return best.result;
}

/** The text of a picture that Mermaid draws in place of a diagram that it cannot draw. */
const ERROR_PICTURE = /Maximum text size in diagram exceeded|Syntax error in text/;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Simplifies the drawing in the page, and serialises it. */
async function finish(page: Page): Promise<{ svg: string; nodes: DrawnNode[]; layout: Layout }> {
  await page.evaluate(classifyShapes);
  await page.evaluate(setLabelRows);
  const { edges, boxes } = await page.evaluate(measure);
  const routed = straightenEdges(
    edges.map(({ points }) => points),
    boxes,
    edges.map(({ label }) => label),
  );
  const paths = routed.map((edge, at) => (edges[at]!.isPlain && isRightAngled(edge) ? roundedPath(edge) : undefined));
  await page.evaluate(reroute, paths);
  const { svg, nodes } = await page.evaluate(serialise);
  return { svg, nodes: nodes.flatMap(({ id, x, y }) => nodeIdOf(id).map((name) => ({ id: name, x, y }))), layout: { edges: routed, boxes } };
}

async function preparePage(page: Page, { fontFile = [] }: RenderOptions): Promise<void> {
  await page.setContent('<!doctype html><meta charset="utf-8"><body></body>');
  await page.addScriptTag({ path: fileURLToPath(import.meta.resolve('mermaid/dist/mermaid.min.js')) });
  await page.evaluate(prepare, { entityOffset, lineHeight: textSize.line / textSize.font });
  for (const [at, file] of [fontFile].flat().entries()) {
    const data = (await readFile(file)).toString('base64');
    await page.evaluate(addFont, { family: familyOf(file, at), url: `data:font/woff2;base64,${data}` });
  }
}

/** Names a font family for each file. In one family, a file would replace the characters of another. */
const familyOf = (_file: string, at: number) => `drawing-${at}`;

const browserArgs = [
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

export type RenderJob = { name: string; source: string };

/** The path of Chromium, and the fonts: the font files in their order, then the families of `fontFamily`. */
export type RenderOptions = { executablePath: string; fontFile?: string | string[]; fontFamily: string };

/** `title` and `description` are `accTitle` and `accDescr` of the source, empty if it has none. */
export type RenderResult = { svg: string; title: string; description: string; nodes: DrawnNode[] } | { error: string; line?: number };
