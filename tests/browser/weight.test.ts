import { brotliCompressSync } from 'node:zlib';
import { expect, test, type Request } from 'playwright/test';
import { LIMITS } from '../limits.ts';
import { pathsOf } from './sample-pages.ts';

/** Lists of the whole site grow with it. */
const GATHERING = ['./vocabulary/', './differences/'];

interface Load {
  type: string;
  bytes: number;
}

/** Returns the size of the file at a URL in brotli; a font is already compressed. */
const weights = new Map<string, number>();
async function transferSize(request: Request): Promise<number> {
  const known = weights.get(request.url());
  if (known !== undefined) return known;
  const body = await (await request.response())!.body();
  const bytes = request.resourceType() === 'font' ? body.length : brotliCompressSync(body).length;
  weights.set(request.url(), bytes);
  return bytes;
}

test('A page without a drawing is within its size limit on a first visit, fonts included.', async ({ browser, baseURL, request }) => {
  const written = await pathsOf(request, ({ kind }) => ['concept', 'question'].includes(kind));
  const sources = await pathsOf(request, ({ kind }) => kind === 'source');
  const lists = ['./sources/', './concepts/', './questions/', './decide/', './article/', './vocabulary/', './differences/'];
  const heavy: string[] = [];
  let weighed = 0;
  for (const path of [...written, ...sources.filter((_, at) => at % 12 === 0), ...lists]) {
    // Every visit is a first one. Without the cache alone, the typefaces of the page before would count again.
    const page = await browser.newPage({ baseURL, viewport: { width: 1280, height: 900 } });
    const loads: Promise<Load>[] = [];
    page.on('requestfinished', (one) => loads.push(transferSize(one).then((bytes) => ({ type: one.resourceType(), bytes }))));
    await page.goto(path);
    await page.evaluate(() => document.fonts.ready);
    // The icon is loaded after everything else.
    const loaded = (await Promise.all(loads)).filter(({ type }) => type !== 'other');
    const [drawings, trees] = [await page.locator('svg.diagram').count(), await page.locator('.tree').count()];
    await page.close();
    if (drawings > 0) continue;
    weighed += 1;
    expect(
      loaded.map(({ type }) => type),
      path,
    ).toEqual(expect.arrayContaining(['document', 'stylesheet', 'script', 'font']));
    const sum = (fits: (type: string) => boolean) => loaded.filter(({ type }) => fits(type)).reduce((total, { bytes }) => total + bytes, 0);
    const sizes = { page: sum((type) => type !== 'font'), withFonts: sum(() => true), script: sum((type) => type === 'script') };
    const more = trees > 0 ? LIMITS.drawing : 0;
    const most = { page: LIMITS.page + more, withFonts: LIMITS.withFonts + more };
    if ((sizes.page > most.page && !GATHERING.includes(path)) || sizes.withFonts > most.withFonts || sizes.script > LIMITS.script)
      heavy.push(`${path} ${JSON.stringify(sizes)}`);
  }
  expect(weighed).toBeGreaterThan(10);
  expect(heavy).toEqual([]);
});
