/** `npm run bench`: prints the transfer size of the pages of the built site, without a cache, in brotli. Build first. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { samplePages } from './bench/sample-pages.ts';

const out = process.env.OUT_DIR ?? 'dist';
const pages = process.argv.slice(2);
const names = pages.length > 0 ? pages : (await samplePages(out)).filter((path) => path !== '404.html');

const read = (path: string): Promise<Buffer> => readFile(join(out, path.replace(/^\//, '')));
const weight = (bytes: Buffer): number => brotliCompressSync(bytes).length;

/** Lists a script and its static imports. */
async function scriptsOf(src: string, seen = new Set<string>()): Promise<Set<string>> {
  if (seen.has(src)) return seen;
  seen.add(src);
  const code = (await read(src)).toString();
  for (const [, from] of code.matchAll(/(?:^|[;}\s])import\s*(?:[^"'()]*from\s*)?["']\.\/([^"']+)["']/g))
    await scriptsOf(`${src.replace(/[^/]*$/, '')}${from}`, seen);
  return seen;
}

const rows: string[][] = [['page', 'html', 'css', 'js', 'svg', 'total', 'fonts', 'with fonts']];
for (const name of names) {
  const html = await read(`${name}index.html`);
  const text = html.toString();
  const sheets = [...text.matchAll(/href="([^"]+\.css)"/g)].map(([, href]) => href!);
  const scripts = new Set<string>();
  for (const [, src] of text.matchAll(/<script[^>]+src="([^"]+)"/g)) for (const one of await scriptsOf(src!)) scripts.add(one);
  const sum = async (paths: Iterable<string>): Promise<number> => {
    let total = 0;
    for (const path of paths) total += weight(await read(path));
    return total;
  };
  const css = await sum(sheets);
  const js = await sum(scripts);
  const svg = weight(html) - weight(Buffer.from(text.replace(/<svg[\s\S]*?<\/svg>/g, '')));
  const fonts = await fontsOf(text, sheets);
  const total = weight(html) + css + js;
  rows.push([`/${name}`, ...[weight(html), css, js, svg, total, fonts, total + fonts].map(String)]);
}
const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)));
for (const row of rows) console.log(row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join('  '));

/** Returns the size of the fonts that a page uses, each file once. woff2 is not compressed again. Pages in Russian have families of their own. */
async function fontsOf(html: string, sheets: readonly string[]): Promise<number> {
  const css = (await Promise.all(sheets.map(read))).map(String).join('');
  const isRussian = /<html[^>]* lang="ru"/.test(html);
  const files = new Set<string>();
  for (const [face] of css.matchAll(/@font-face\s*\{[^}]*\}/g)) {
    const family = /font-family:\s*["']?([^"';}]+)/.exec(face)![1]!;
    if (isRussian ? family === 'Literata' : family.endsWith(' Russian')) continue;
    const file = /url\(["']?([^"')]+)/.exec(face)?.[1];
    const wanted = /U\+4[01]/.test(face)
      ? /[\u0400-\u04FF]/.test(html)
      : /font-style:\s*italic/.test(face)
        ? /<(?:em|i|cite)\b/.test(html)
        : /font-weight:\s*600/.test(face)
          ? /<(?:strong|h3)\b/.test(html)
          : true;
    if (file && wanted) files.add(file);
  }
  return (await Promise.all([...files].map(read))).reduce((total, { length }) => total + length, 0);
}
