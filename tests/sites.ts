/**
 * The built sites that tests only read. Each is built once, and again after a change of its inputs. As a command it rebuilds the named sites:
 * `node tests/sites.ts ferry content`.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acquireBuildLock } from '../src/commands/output-folder/build-lock.ts';
import { root, run } from './run.ts';

interface Recipe {
  content: string;
  /** `pdf` builds the site with the PDF of the whole base. */
  command: 'build' | 'pdf';
  base: string;
  /** Files and their changes, for a later version of the same base. Each changes a text that other pages may show. */
  changes?: [file: string, from: RegExp, to: string][];
}

const FERRY: Recipe = { content: 'tests/fixtures/bases/ferry', command: 'pdf', base: '/kb/' };

export const SITES = {
  /** The base of the engine's tests, under a path of its own. */
  ferry: FERRY,
  /** A later version of it. */
  'ferry-later': {
    ...FERRY,
    command: 'build',
    changes: [
      ['en/concepts/toll.mdx', /^summary: .*$/m, 'summary: Each crossing costs two coins, of which one is a groat.'],
      ['en/concepts/toll.mdx', /^title: Toll$/m, 'title: The toll'],
      ['en/concepts/crossing.mdx', /The player says so,/, 'The player says so, as [the tide](kb:tide) has it [@rule-9],'],
      ['en/concepts/tide.mdx', /^## .* \[#/m, '## Another heading [#'],
    ],
  },
  /** The real content. */
  content: { content: 'content', command: 'build', base: '/' },
} satisfies Record<string, Recipe>;

export type SiteName = keyof typeof SITES;

/** The address of the test sites. */
export const HOST = 'https://kb.example';

/** Returns the folder of a built site, and builds it if it is missing. */
export async function builtSite(name: SiteName): Promise<string> {
  const recipe: Recipe = SITES[name];
  const hash = createHash('sha256').update(JSON.stringify(recipe));
  for (const input of ['src', 'public', recipe.content, 'astro.config.mjs', 'package-lock.json']) await digest(join(root, input), hash);
  const out = join(STORE, `${name}-${hash.digest('hex').slice(0, 16)}`);
  if (existsSync(out)) return out;
  await mkdir(STORE, { recursive: true });
  // If two tests need the same site at once, the second waits for the build of the first.
  const release = await acquireBuildLock(join(STORE, `${name}.lock`));
  try {
    if (!existsSync(out)) await make(recipe, out);
    for (const other of await readdir(STORE)) {
      if (new RegExp(`^${name}-[0-9a-f]{16}$`).test(other) && other !== out.split('/').at(-1)) await rm(join(STORE, other), { recursive: true });
    }
  } finally {
    await release();
  }
  return out;
}

const STORE = join(root, 'node_modules/.cache/test-sites');

async function make({ content, command, base, changes }: Recipe, out: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'test-site-'));
  try {
    const copy = join(folder, 'content');
    await cp(join(root, content), copy, { recursive: true });
    await change(copy, changes);
    // The permalinks of a changed base are not updated.
    const env = { CONTENT_DIR: copy, OUT_DIR: out, BASE_PATH: base, SITE_URL: HOST, TZ: 'UTC', LANG: 'C', ...(changes && { PREVIEW: '1' }) };
    const { code, output } = await run(command, env);
    if (code !== 0) throw new Error(`The site for the tests could not be built from ${content}:\n${output}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Makes the changes of a later version in a copy of its base. */
export async function change(copy: string, changes: Recipe['changes'] = []): Promise<void> {
  for (const [file, from, to] of changes) {
    const text = await readFile(join(copy, file), 'utf8');
    if (!from.test(text)) throw new Error(`${file} has no ${from}.`);
    await writeFile(join(copy, file), text.replace(from, to));
  }
}

async function digest(path: string, hash: ReturnType<typeof createHash>): Promise<void> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => undefined);
  const files = entries ? entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)) : [path];
  for (const file of files.sort()) hash.update(file.slice(root.length)).update(await readFile(file));
}

if (import.meta.main) {
  await rm(STORE, { recursive: true, force: true });
  for (const name of process.argv.slice(2)) {
    const began = performance.now();
    await builtSite(name as SiteName);
    console.log(`${name}: built in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  }
}
