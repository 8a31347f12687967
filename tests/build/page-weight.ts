/** The transfer size of a page in brotli. */
import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';
import { filesOf, root } from './base-copies.ts';
import { find, headLinks, type Page } from './pages.ts';

/** Lists of the whole site and the book grow with the content. */
export const GATHERING = /^(?:[a-z]{2}\/)?(?:print|vocabulary|differences|changes)\/index\.html$/;

export interface Weight {
  html: number;
  /** The part of the HTML that is drawings. */
  drawing: number;
  style: number;
  script: number;
  /** The fonts that the page preloads: those of its first paint, as `tests/browser/kinds.test.ts` shows. They are compressed already. */
  fonts: number;
}

/** Returns a function for the sizes of the pages of a site under `base`; each file is compressed once, with a quality of brotli from 0 to 11. */
export function scales(out: string, base = '/', quality = 11): (page: Page) => Promise<Weight> {
  const weights = new Map<string, Promise<number>>();
  const brotli = (bytes: Buffer | string): number => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;
  const sizeOf = async (path: string): Promise<number> => {
    const bytes = await readFile(join(out, path));
    return path.endsWith('.woff2') ? bytes.length : brotli(bytes);
  };
  const weigh = (path: string) => weights.get(path) ?? weights.set(path, sizeOf(path)).get(path)!;
  const fileOf = (url: unknown) => String(url).slice(base.length - 1);
  const sum = async (paths: Iterable<string>) => (await Promise.all([...paths].map(weigh))).reduce((total, one) => total + one, 0);
  return async ({ html, tree }) => {
    const scripts = new Set<string>();
    for (const { properties } of find(tree, ({ tagName, properties }) => tagName === 'script' && Boolean(properties.src)))
      await follow(out, fileOf(properties.src), scripts);
    const linked = (rel: string) => headLinks(tree, rel).map(({ href }) => fileOf(href));
    const whole = brotli(html);
    return {
      html: whole,
      drawing: html.includes('<svg') ? whole - brotli(html.replaceAll(/<svg.*?<\/svg>/gs, '')) : 0,
      style: await sum(linked('stylesheet')),
      script: await sum(scripts),
      fonts: await sum(linked('preload').filter((file) => file.endsWith('.woff2'))),
    };
  };
}

/** Returns the size of all scripts of a site, and of the search engine: the code of `src/search`. */
export async function weighClient(out: string): Promise<{ all: number; engine: number }> {
  const scripts = (await filesOf(out)).filter((file) => /^(?:_astro\/.*|[^/]*)\.js$/.test(file));
  const weights = await Promise.all(scripts.map(async (file) => brotli(await readFile(join(out, file)))));
  const client = join(root, 'src/client');
  const code = await Promise.all((await filesOf(client)).map((file) => readFile(join(client, file), 'utf8')));
  const lines = code.flatMap((text) =>
    [...text.matchAll(/\bimport \{([^}]*)\} from '(\.\.\/search\/[^']+)'/g)].flatMap(([, names, from]) =>
      names!.split(',').map((name) => `export { ${name.trim()} } from '${from}';`),
    ),
  );
  const stdin = { contents: [...new Set(lines)].join('\n'), resolveDir: client, loader: 'ts' as const };
  const { outputFiles } = await build({ stdin, bundle: true, minify: true, format: 'esm', write: false });
  // A reader loads the words of the search in one language.
  const languages = weights.filter((_, at) => /^_astro\/[a-z]{2}\./.test(scripts[at]!)).sort((a, b) => b - a);
  const unused = languages.slice(1).reduce((total, one) => total + one, 0);
  return { all: weights.reduce((total, one) => total + one, 0) - unused, engine: brotli(outputFiles[0]!.text) };
}

const brotli = (bytes: Buffer | string): number => brotliCompressSync(bytes).length;

/** Collects a script and its static imports; dynamic imports are not part of a page. */
async function follow(out: string, path: string, seen: Set<string>): Promise<void> {
  if (seen.has(path)) return;
  seen.add(path);
  const code = await readFile(join(out, path), 'utf8');
  for (const [, from] of code.matchAll(/\b(?:import|export)\b[^"'()]*["'](\.{1,2}\/[^"']+)["']/g))
    await follow(out, posix.join(posix.dirname(path), from!), seen);
}
