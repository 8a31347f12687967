/**
 * The cache of rendered pages of text: `.astro/rendered`, the HTML of a page by a hash of everything that shapes it. Astro renders the pages that
 * are not in it. The other pages, lists and trees are always rendered. In development there is no cache.
 */
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, readdir, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const CACHE = join(ROOT, '.astro/rendered');

interface Registry {
  /** A hash of what shapes every page: the code, the settings, and the content without the pages. */
  common: string;
  /** The keys in the cache. */
  cached: ReadonlySet<string>;
  /** The key of each page of this build by its path. */
  keys: Map<string, string>;
  /** The files whose text Astro compiles; undefined for all. */
  files?: ReadonlySet<string>;
}

/** The command and the pages run in two module graphs of one process. */
const KEY = Symbol.for('rendered pages of this build');
const holder = globalThis as { [KEY]?: Registry };

/** Whether this process builds the site. */
export const isBuild = (): boolean => holder[KEY] !== undefined;

/** Whether a page of this build is in the cache. `path` is that of its HTML file, `facts` everything that shapes it beside the common part. */
export function isRendered(path: string, facts: unknown): boolean {
  const registry = holder[KEY];
  if (!registry) return false;
  const key = hash(registry.common, path, JSON.stringify(facts));
  registry.keys.set(path, key);
  return registry.cached.has(key);
}

/** Limits the files that Astro compiles in this build. */
export function compileOnly(files: ReadonlySet<string> | undefined): void {
  if (holder[KEY] && files) holder[KEY].files = files;
}

/** The files that Astro compiles in this build, below the content folder, as patterns; undefined for all. */
export const compiledFiles = (): string[] | undefined =>
  holder[KEY]?.files && [...holder[KEY].files].map((file) => file.replace(/[()[\]{}*?!@+|\\]/g, '\\$&'));

/**
 * Opens the cache for a build of the `files` of a content folder. Returns a function that completes the built folder from the cache and adds its new pages to
 * the cache; call it after Astro.
 */
export async function openRenderedPages(content: string, files: readonly string[]): Promise<(folder: string) => Promise<void>> {
  const cache = join(CACHE, hash(resolve(content), settings()).slice(0, 12));
  await mkdir(cache, { recursive: true });
  const cached = new Set((await readdir(cache)).map((name) => name.replace(/\.html$/, '')));
  const registry: Registry = { common: await commonHash(content, files), cached, keys: new Map() };
  holder[KEY] = registry;
  return async (folder) => {
    delete holder[KEY];
    await mkdir(cache, { recursive: true });
    for (const [path, key] of registry.keys) {
      const [built, kept] = [join(folder, path), join(cache, `${key}.html`)];
      if (cached.has(key)) {
        await mkdir(dirname(built), { recursive: true });
        await copyFile(kept, built);
      } else await copyFile(built, kept);
    }
    const used = new Set(registry.keys.values());
    for (const key of cached) if (!used.has(key)) await rm(join(cache, `${key}.html`), { force: true });
  };
}

const hash = (...parts: (string | Uint8Array)[]): string => {
  const made = createHash('sha256');
  for (const part of parts) made.update(part).update('\0');
  return made.digest('hex');
};

const settings = (): string =>
  JSON.stringify(['SITE_URL', 'BASE_PATH', 'PDF', 'PREVIEW'].map((name) => process.env[name] ?? '').concat(process.version));

async function commonHash(content: string, files: readonly string[]): Promise<string> {
  const code = (await filesIn(join(ROOT, 'src'))).map((file) => join(ROOT, 'src', file));
  const others = ['astro.config.mjs', 'package-lock.json'].map((file) => join(ROOT, file));
  const facts = files.filter((file) => !file.endsWith('.mdx')).map((file) => join(content, file));
  const drawings = (await filesIn(join(content, 'diagrams'))).map((file) => join(content, 'diagrams', file));
  const parts: (string | Uint8Array)[] = [settings()];
  for (const file of [...code, ...others, ...facts, ...drawings]) parts.push(file, await readFile(file));
  return hash(...parts);
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
