/** Values on disk, in files of their own. Each has a key, a hash of all its inputs: if the key is another, the value is out of date. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';

/**
 * Returns the path of a cache. It is in the cache folder of Astro, which git ignores; each content folder has its own. Paths are relative to the working
 * directory, which is the checkout, because Astro moves this module into a bundle.
 */
export const cacheOf = (name: string, content: string): string => resolve('.astro', name, hashOf(resolve(content)).slice(0, 12));

/** Returns a hash of texts and bytes. */
export function hashOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}

let code: string | undefined;

/** Returns a hash of the code: src, the settings of Astro, the versions of the packages and of Node. */
export function hashOfCode(): string {
  if (code) return code;
  const inSrc = readdirSync('src', { recursive: true, withFileTypes: true });
  const files = inSrc.flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name)] : [])).sort();
  return (code = hashOf(process.version, ...[...files, 'astro.config.mjs', 'package-lock.json'].flatMap((file) => [file, readFileSync(file)])));
}

/** Returns the value in a file, or undefined if there is none with this key. */
export function readCached<T>(path: string, key: string): T | undefined {
  try {
    const stored = deserialize(readFileSync(path)) as { key: string; value: T };
    return stored.key === key ? stored.value : undefined;
  } catch {
    // Missing, or cut off by a process that was killed.
    return undefined;
  }
}

/** Stores a value and returns it. If that fails (a tree that is nested too deep, a full or read-only disk), it is made again the next time. */
export function storeCached<T>(path: string, key: string, value: T): T {
  const temporary = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, serialize({ key, value }));
    renameSync(temporary, path);
  } catch {
    try {
      unlinkSync(temporary);
    } catch {
      // It was not created.
    }
  }
  return value;
}
