/**
 * `npm run bench:build`: builds made-up bases of 40 and 1,000 pages (for other sizes: `npm run bench:build 40 5000`), cold and again after one page
 * has changed, and the same pages with bare Astro, MDX and Pagefind. Prints seconds, CPU seconds, peak memory and bytes, and each stage.
 */
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeMadeBase, writeMadeDocs } from './bench/made-base.ts';

const sizes = process.argv.slice(2).map(Number);
/** Bare Astro resolves its packages from the checkout. */
const bare = resolve('node_modules/.cache/bench-bare');

interface Measured {
  seconds: number;
  cpu: number;
  /** The peak memory, in bytes. */
  memory: number;
  stages: Record<string, number>;
}

/** Reports the resources of the process at its end, on the last line. */
const REPORT = `
  const { user, system } = process.cpuUsage();
  const stages = Object.fromEntries(performance.getEntriesByType('measure').map(({ name, duration }) => [name, duration / 1000]));
  console.log(JSON.stringify({ seconds: performance.now() / 1000, cpu: (user + system) / 1e6, memory: process.resourceUsage().maxRSS * 1024, stages }));`;

/** Runs a script in a process of its own, with the compiled modules of earlier processes, as `npm run build` does. */
function measure(script: string, env: Record<string, string> = {}): Measured {
  const cached = ['--import', './src/commands/environment/compile-cache.mjs'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...cached, '--input-type=module', '-e', script + REPORT], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(stderr + stdout);
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as Measured;
}

/** Builds a base with this engine. */
const buildBase = (content: string, out: string): Measured =>
  measure(`import { build } from './src/commands/build.ts'; if (!(await build())) process.exit(1);`, {
    CONTENT_DIR: content,
    OUT_DIR: out,
  });

const LAYOUT = `---
import { getCollection, render } from 'astro:content';
export async function getStaticPaths() {
  return (await getCollection('docs')).map((entry) => ({ params: { slug: entry.id === 'index' ? undefined : entry.id }, props: { entry } }));
}
const { entry } = Astro.props;
const { Content } = await render(entry);
---
<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>{entry.data.title}</title><meta name="description" content={entry.data.description} /></head>
  <body><main data-pagefind-body><h1>{entry.data.title}</h1><Content /></main></body>
</html>
`;
const CONFIG = `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
export const collections = { docs: defineCollection({ loader: glob({ base: './src/docs', pattern: '**/*.mdx' }) }) };
`;

/** Builds the same pages with Astro and MDX alone, and indexes them with Pagefind. */
async function buildBare(count: number): Promise<Measured> {
  await rm(bare, { recursive: true, force: true });
  await mkdir(join(bare, 'src/pages'), { recursive: true });
  await writeFile(join(bare, 'src/pages/[...slug].astro'), LAYOUT);
  await writeFile(join(bare, 'src/content.config.ts'), CONFIG);
  await writeMadeDocs(join(bare, 'src/docs'), count);
  return measure(`
    import { build } from 'astro';
    import mdx from '@astrojs/mdx';
    import { close, createIndex } from 'pagefind';
    await build({ root: ${JSON.stringify(bare)}, configFile: false, logLevel: 'error', integrations: [mdx()], devToolbar: { enabled: false } });
    const { index } = await createIndex();
    await index.addDirectory({ path: ${JSON.stringify(join(bare, 'dist'))} });
    await index.writeFiles({ outputPath: ${JSON.stringify(join(bare, 'dist/pagefind'))} });
    await close();`);
}

async function bytesIn(folder: string): Promise<number> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const found = await Promise.all(files.map((entry) => stat(join(entry.parentPath, entry.name))));
  return found.reduce((sum, { size }) => sum + size, 0);
}

const rows: string[][] = [['pages', 'build', 'seconds', 'CPU s', 'peak MiB', 'MB out', 'stages, seconds']];
const folder = await mkdtemp(join(tmpdir(), 'bench-build-'));
try {
  for (const count of sizes.length > 0 ? sizes : [40, 1000]) {
    const [content, out] = [join(folder, `base-${count}`), join(folder, `out-${count}`)];
    await writeMadeBase(content, count);
    await add(count, 'this engine, cold', buildBase(content, out), out);
    const page = join(content, 'en/concepts/made-7.mdx');
    await writeFile(page, (await readFile(page, 'utf8')).replace('[#1]', 'One more sentence. [#1]'));
    await add(count, 'one page changed', buildBase(content, out), out);
    await add(count, 'Astro, MDX, Pagefind', await buildBare(count), join(bare, 'dist'));
    await rm(out, { recursive: true });
  }
} finally {
  await rm(folder, { recursive: true, force: true });
  await rm(bare, { recursive: true, force: true });
}
const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)));
for (const row of rows) console.log(row.map((cell, at) => (at === 1 || at === 6 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join('  '));

async function add(count: number, name: string, { seconds, cpu, memory, stages }: Measured, out: string): Promise<void> {
  const named = Object.entries(stages).map(([stage, time]) => `${stage} ${time.toFixed(1)}`);
  const bytes = await bytesIn(out);
  rows.push([String(count), name, seconds.toFixed(1), cpu.toFixed(1), (memory / 2 ** 20).toFixed(0), (bytes / 1e6).toFixed(1), named.join(', ')]);
}
