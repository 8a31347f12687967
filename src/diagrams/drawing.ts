import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import type { Page } from 'playwright';
import { draft, prepare } from './drafting.ts';
import { faultIn } from './fault.ts';
import { carried, carrier } from './lettering.ts';
import { lettering, look } from './look.ts';

/**
 * Draw Mermaid sources of any type with one Chromium, without network.
 *
 * Gives for each name either the SVG, still unslimmed, or Mermaid's own reason with the line inside the source.
 * A job that fails leaves the others alone.
 *
 * @throws when Chromium does not start from `executablePath`, or `fontFile` cannot be read.
 */
export async function draw(jobs: Job[], options: Pens): Promise<Map<string, Drawn>> {
  const drawn = new Map<string, Drawn>();
  if (jobs.length === 0) return drawn;
  const browser = await chromium.launch({ executablePath: options.executablePath, args: quiet });
  try {
    const page = await sheet(await browser.newPage({ offline: true, viewport: { width: 1600, height: 1200 } }), options);
    const config = look(options.fontFile ? `"drawing", ${options.fontFamily}` : options.fontFamily);
    for (const { name, source } of jobs) {
      const result = await page.evaluate(draft, { source: carried(source), config, id: 'drawing', carrier });
      if ('svg' in result) {
        drawn.set(name, result);
      } else {
        const { message, line } = faultIn(source, result.message, result.line);
        drawn.set(name, { error: message, ...(line === undefined ? {} : { line }) });
      }
    }
  } finally {
    await browser.close();
  }
  return drawn;
}

async function sheet(page: Page, { fontFile }: Pens): Promise<Page> {
  await page.setContent('<!doctype html><meta charset="utf-8"><body></body>');
  await page.addScriptTag({ path: fileURLToPath(import.meta.resolve('mermaid/dist/mermaid.min.js')) });
  await page.evaluate(prepare, { carrier, leading: lettering.leading / lettering.size });
  if (fontFile) {
    const data = (await readFile(fontFile)).toString('base64');
    await page.addStyleTag({ content: `@font-face { font-family: "drawing"; src: url(data:font/woff2;base64,${data}); font-weight: 100 900; }` });
    await page.evaluate(() => Promise.all([document.fonts.load('400 15px drawing'), document.fonts.load('600 15px drawing')]).then(() => undefined));
  }
  return page;
}

const quiet = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--font-render-hinting=none'];

export type Job = { name: string; source: string };

/** Where Chromium is and which letters it draws with; a `fontFile` (woff2) is used before the fonts of `fontFamily`. */
export type Pens = { executablePath: string; fontFile?: string; fontFamily: string };

export type Drawn = { svg: string } | { error: string; line?: number };
