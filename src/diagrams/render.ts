import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import type { Page } from 'playwright';
import { addFont, measure, prepare, render, reroute, serialise } from './in-page.ts';
import { faultIn } from './mermaid-error.ts';
import { carried, carrier } from './mermaid-escape.ts';
import { drawable, lettering, look, placements, refusal } from './mermaid-config.ts';
import { paint } from './classify-shapes.ts';
import { isRightAngled, roundedPath, straighten } from './straighten-edges.ts';
import { untidiness } from './layout-score.ts';
import type { Layout } from './layout-score.ts';
import type { DrawnNode } from './cache.ts';
import { typeset } from './label-rows.ts';
import { nodeIdOf } from './svg-classes.ts';

/**
 * Draws Mermaid sources with one Chromium, without network.
 *
 * Returns for each name either the drawing, with the SVG not yet slimmed, or Mermaid's error with the line in the source.
 * A job that fails does not affect the others.
 *
 * @throws when Chromium does not start from `executablePath`, or a font file cannot be read.
 */
export async function draw(jobs: Job[], options: Pens): Promise<Map<string, Drawn>> {
  const drawn = new Map<string, Drawn>();
  if (jobs.length === 0) return drawn;
  const browser = await chromium.launch({ executablePath: options.executablePath, args: switches });
  try {
    const page = await browser.newPage({ offline: true, viewport: { width: 1600, height: 1200 } });
    await prepareSheet(page, options);
    for (const { name, source } of jobs) drawn.set(name, await drawOne(page, source, options));
  } finally {
    await browser.close();
  }
  return drawn;
}

async function drawOne(page: Page, source: string, { fontFile = [], fontFamily }: Pens): Promise<Drawn> {
  const letters = [...[fontFile].flat().map(bundled), fontFamily].join(', ');
  let best: { drawn: Drawn; untidiness: number } = { drawn: { error: '' }, untidiness: Infinity };
  for (const placement of placements) {
    const rendered = await page.evaluate(render, {
      source: carried(source),
      config: look(letters, source, placement),
      carrier,
      drawable: [...drawable],
    });
    if ('thrown' in rendered) {
      const { message, ...place } = faultIn(source, rendered.thrown);
      return { error: message, ...place };
    }
    if (!drawable.has(rendered.type)) return { error: refusal(rendered.type), line: 1 };
    const { svg, nodes, layout } = await finish(page);
    const [title, description] = [oneLine(rendered.title), oneLine(rendered.description)];
    if (untidiness(layout) < best.untidiness) best = { drawn: { svg, title, description, nodes }, untidiness: untidiness(layout) };
    if (!rendered.type.startsWith('flowchart') || layout.lines.length > 45) break;
  }
  return best.drawn;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

async function finish(page: Page): Promise<{ svg: string; nodes: DrawnNode[]; layout: Layout }> {
  await page.evaluate(paint);
  await page.evaluate(typeset);
  const { lines, boxes } = await page.evaluate(measure);
  const routed = straighten(
    lines.map(({ bends }) => bends),
    boxes,
    lines.map(({ words }) => words),
  );
  const paths = routed.map((line, at) => (lines[at]!.isPlain && isRightAngled(line) ? roundedPath(line) : undefined));
  await page.evaluate(reroute, paths);
  const { svg, nodes } = await page.evaluate(serialise);
  return { svg, nodes: nodes.flatMap(({ id, x, y }) => nodeIdOf(id).map((name) => ({ id: name, x, y }))), layout: { lines: routed, boxes } };
}

async function prepareSheet(page: Page, { fontFile = [] }: Pens): Promise<void> {
  await page.setContent('<!doctype html><meta charset="utf-8"><body></body>');
  await page.addScriptTag({ path: fileURLToPath(import.meta.resolve('mermaid/dist/mermaid.min.js')) });
  await page.evaluate(prepare, { carrier, leading: lettering.leading / lettering.size });
  for (const [at, file] of [fontFile].flat().entries()) {
    const data = (await readFile(file)).toString('base64');
    await page.evaluate(addFont, { family: bundled(file, at), url: `data:font/woff2;base64,${data}` });
  }
}

/** A family for each file: files of one family would hide each other's letters. */
const bundled = (_file: string, at: number) => `drawing-${at}`;

const switches = [
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

export type Job = { name: string; source: string };

/** Where Chromium is and which letters it draws with; the font files go, in their order, before the fonts of `fontFamily`. */
export type Pens = { executablePath: string; fontFile?: string | string[]; fontFamily: string };

/** `title` and `description` are `accTitle` and `accDescr` of the source, empty if it has none. */
export type Drawn = { svg: string; title: string; description: string; nodes: DrawnNode[] } | { error: string; line?: number };
