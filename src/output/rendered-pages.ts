/**
 * The cache of rendered pages of text and sources: `.astro/rendered`, the HTML of a page, its facts for the check of the built site, and its Markdown
 * version, by a hash of all their inputs. Astro renders only the missing ones. Lists, trees and the book are always rendered. In development there is
 * no cache.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { copyFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cacheOf, hashOf, hashOfCode, readCached, storeCached } from '../cache/disk-cache.ts';
import { listFiles } from './inventory.ts';

interface Registry {
  /** A hash of the inputs of every page: the code, the settings, and the content without the pages. */
  common: string;
  /** The folder of the cache, and the names of its files: `<key>.html`, `<key>.md`. */
  cache: string;
  cached: ReadonlySet<string>;
  /** The facts of the pages in the cache by key. */
  known: ReadonlyMap<string, unknown>;
  /** The key of each page of this build by its path. */
  keys: Map<string, string>;
  /** The files whose text Astro compiles; undefined for all. */
  files?: ReadonlySet<string>;
}

/** The file with the facts of all pages. */
const FACTS = 'facts';

/** On `globalThis`, because the command and the pages run in two module graphs of one process. */
const KEY = Symbol.for('rendered pages of this build');
const holder = globalThis as { [KEY]?: Registry };

/** Whether this process builds the site. */
export const isBuild = (): boolean => holder[KEY] !== undefined;

/** Whether a page of this build is in the cache. `path` is the path of its HTML file, `facts` its inputs other than `common`. */
export function isRendered(path: string, facts: unknown): boolean {
  const registry = holder[KEY];
  if (!registry) return false;
  const key = hashOf(registry.common, path, JSON.stringify(facts));
  registry.keys.set(path, key);
  return registry.cached.has(`${key}.html`) && registry.known.has(key);
}

/** Returns the Markdown version of a page from the cache. Call it after `isRendered`, with the same path. */
export function renderedMarkdown(path: string): string | undefined {
  const registry = holder[KEY];
  const name = `${registry?.keys.get(path)}.md`;
  return registry?.cached.has(name) ? readFileSync(join(registry.cache, name), 'utf8') : undefined;
}

/** Limits the files that Astro compiles in this build. */
export function compileOnly(files: ReadonlySet<string>): void {
  if (holder[KEY]) holder[KEY].files = files;
}

/** The files that Astro compiles in this build, below the content folder; undefined for all. */
export const compiledFiles = (): ReadonlySet<string> | undefined => holder[KEY]?.files;

/**
 * Opens the cache for a build of the `files` of a content folder. Returns a function that completes the built folder, and the facts of its pages, from the
 * cache; call it after Astro. It returns a function that adds the new pages to the cache; await its promise before the folder is moved.
 */
export function openRenderedPages(content: string, files: readonly string[]): (folder: string, facts: Map<string, unknown>) => () => Promise<void> {
  const cache = join(cacheOf('rendered', content), hashOf(settings()).slice(0, 12));
  mkdirSync(cache, { recursive: true });
  const cached = new Set(readdirSync(cache));
  const common = commonHash(content, files);
  const known = readCached<Map<string, unknown>>(join(cache, FACTS), common) ?? new Map<string, unknown>();
  const registry: Registry = { common, cache, cached, known, keys: new Map() };
  holder[KEY] = registry;
  return (folder, facts) => {
    delete holder[KEY];
    const fresh: [path: string, key: string][] = [];
    for (const [path, key] of registry.keys) {
      if (!cached.has(`${key}.html`) || !known.has(key)) {
        fresh.push([path, key]);
        continue;
      }
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      copyFileSync(join(cache, `${key}.html`), join(folder, path));
      facts.set(path, known.get(key));
    }
    return async () => {
      mkdirSync(cache, { recursive: true });
      const used = new Set([FACTS, ...[...registry.keys.values()].flatMap((key) => [`${key}.html`, `${key}.md`])]);
      for (const name of cached) if (!used.has(name)) rmSync(join(cache, name), { force: true });
      const storing = fresh.flatMap(([path, key]) => {
        // A page in a language without a text of its own has no Markdown version.
        const twin = join(folder, path.replace(/\/index\.html$/, '.md'));
        return [store(join(folder, path), join(cache, `${key}.html`)), ...(existsSync(twin) ? [store(twin, join(cache, `${key}.md`))] : [])];
      });
      storeCached(join(cache, FACTS), common, new Map([...registry.keys].map(([path, key]) => [key, facts.get(path)])));
      await Promise.all(storing);
    };
  };
}

/** Copies a file into the cache. A copy that a killed build leaves incomplete has another name. */
async function store(file: string, into: string): Promise<void> {
  await copyFile(file, `${into}.part`);
  await rename(`${into}.part`, into);
}

const settings = (): string => JSON.stringify(['SITE_URL', 'BASE_PATH', 'PDF', 'PREVIEW'].map((name) => process.env[name] ?? ''));

function commonHash(content: string, files: readonly string[]): string {
  const facts = files.filter((file) => !file.endsWith('.mdx')).map((file) => join(content, file));
  const drawings = filesIn(join(content, 'diagrams')).map((file) => join(content, 'diagrams', file));
  return hashOf(hashOfCode(), settings(), ...[...facts, ...drawings].flatMap((file) => [file, readFileSync(file)]));
}

const filesIn = (folder: string): string[] => (existsSync(folder) ? listFiles(folder) : []);
