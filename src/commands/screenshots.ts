/**
 * `npm run look [path …]`: takes a screenshot of one page of every kind, at three widths, in both colour schemes, and writes an overview of
 * each width. Build first.
 */
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { chromium, type Browser } from 'playwright';
import { ensureBrowser, launchArguments } from './environment/find-chromium.ts';
import { samplePages } from './bench/sample-pages.ts';
import { serve } from './serve.ts';

const WIDTHS = { phone: 390, tablet: 834, desk: 1440 };
const SCHEMES = ['light', 'dark'] as const;
/** The maximum height of a screenshot, in CSS pixels. */
const DEEPEST = 3600;

const { OUT_DIR: out = 'dist', LOOK_DIR: into = 'look', BASE_PATH = '/' } = process.env;

const nameOf = (path: string): string => path.replace(/\/$|\.html$/g, '').replaceAll('/', '-') || 'front';

async function photograph(
  browser: Browser,
  url: string,
  paths: readonly string[],
  width: number,
  scheme: 'light' | 'dark',
  to: string,
): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height: 1000 }, colorScheme: scheme, reducedMotion: 'reduce' });
  await mkdir(to, { recursive: true });
  for (const path of paths) {
    await page.goto(url + path);
    await page.evaluate(() => document.fonts.ready);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.screenshot({ path: join(to, `${nameOf(path)}.png`), clip: { x: 0, y: 0, width, height: Math.min(height, DEEPEST) }, fullPage: true });
  }
  await page.close();
}

/** Writes an overview of the screenshots of a folder, each cropped at the bottom. */
async function sheet(browser: Browser, folder: string, width: number, scheme: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.png') && !name.startsWith('sheet')).sort();
  const cell = width > 1000 ? 480 : width > 500 ? 360 : 260;
  const figures = names.map((name) => `<figure><img src="${name}"><figcaption>${name}</figcaption></figure>`).join('');
  const style = `body{margin:12px;display:flex;flex-wrap:wrap;gap:12px;font:12px sans-serif;background:${scheme === 'dark' ? '#555' : '#bbb'}}figure{margin:0;width:${cell}px;height:${cell * 1.5}px;overflow:hidden}img{width:100%}figcaption{position:relative}`;
  const file = join(folder, 'sheet.html');
  await writeFile(file, `<!doctype html><style>${style}</style>${figures}`);
  const page = await browser.newPage({ viewport: { width: (cell + 12) * Math.ceil(names.length / 2) + 24, height: 900 } });
  await page.goto(`file://${resolve(file)}`);
  await page.screenshot({ path: `${folder}.png`, fullPage: true });
  await page.close();
  await rm(file);
}

if (!existsSync(join(out, 'index.html'))) throw new Error(`There is no built site in ${out}. Run "npm run build" first.`);
const given = process.argv.slice(2).map((path) => path.replace(/^\//, ''));
const paths = given.length > 0 ? given : await samplePages(out);
const { url, close } = await serve({ folder: out, port: 0, base: BASE_PATH });
const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: launchArguments() });
await rm(into, { recursive: true, force: true });
for (const [name, width] of Object.entries(WIDTHS)) {
  for (const scheme of SCHEMES) {
    const folder = join(into, `${name}-${scheme}`);
    await photograph(browser, url, paths, width, scheme, folder);
    await sheet(browser, folder, width, scheme);
  }
}
await browser.close();
await close();
console.log(`${paths.length} pages × ${Object.keys(WIDTHS).length} widths × ${SCHEMES.length} schemes in ${into}/, with an overview of each.`);
