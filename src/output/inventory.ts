/** The list of the files of a built folder, with their hashes. It also distinguishes a folder that a build wrote from any other. */
import { hash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The name of the list in a built folder. `sha256sum --check` reads it. */
export const INVENTORY = 'sha256sums.txt';

/** Files that operating systems put into any folder. */
const LITTER = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

/** Files whose name changes with their content, so that those of several builds can be in one folder. */
const HASHED = /^(?:_astro\/|search-index\/[0-9a-f]{10}\/|pagefind\/(?:.+\/)?[^/]+_[0-9a-f]{7,}\.|offline\/[0-9a-f]{16}\.pack$)/;

/** A file that only a build writes. A list without it was written by another program. */
const OURS = '.hosting/nginx-moves.conf';

const LINE = /^([0-9a-f]{64}) {2}(.+)$/;
const AGE = /^# kept from (\d+)/;

export interface Listed {
  hash: string;
  /** The number of builds since the last one that made the file: 0 for a file of the last build. */
  age: number;
}

/**
 * Lists the files in a folder and its subfolders, sorted, with forward slashes. A symbolic link is listed and not followed. Synchronous, because for
 * many small files the thread pool takes several times as long.
 */
export function listFiles(folder: string): string[] {
  const files: string[] = [];
  const walk = (below: string): void => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true }))
      if (entry.isDirectory()) walk(`${below}${entry.name}/`);
      else files.push(below + entry.name);
  };
  walk('');
  return files.sort();
}

/**
 * Writes the list of a built folder. `kept` are the files that it took over from earlier builds, with their age; `known` the hashes of files that were
 * calculated before.
 */
export function writeInventory(folder: string, kept: ReadonlyMap<string, number> = new Map(), known: ReadonlyMap<string, string> = new Map()): void {
  const byAge = new Map<number, string[]>();
  for (const file of listFiles(folder)) {
    if (file === INVENTORY) continue;
    const age = kept.get(file) ?? 0;
    const lines = byAge.get(age) ?? byAge.set(age, []).get(age)!;
    lines.push(`${known.get(file) ?? hashOfFile(join(folder, file))}  ${file}\n`);
  }
  const parts = [...byAge].sort(([a], [b]) => a - b).map(([age, lines]) => `${age ? `# kept from ${age} builds before\n` : ''}${lines.join('')}`);
  writeFileSync(join(folder, INVENTORY), parts.join(''));
}

const hashOfFile = (path: string): string => hash('sha256', readFileSync(path));

/** Reads the list of a built folder. Returns undefined if there is none, or one that no build wrote. */
export function readInventory(folder: string): Map<string, Listed> | undefined {
  const text = readText(join(folder, INVENTORY));
  if (text === undefined) return undefined;
  const files = new Map<string, Listed>();
  let age = 0;
  for (const line of text.split('\n')) {
    age = Number(AGE.exec(line)?.[1] ?? age);
    const [, hash, file] = LINE.exec(line) ?? [];
    if (hash && file) files.set(file, { hash, age });
  }
  return files.has(OURS) ? files : undefined;
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * Copies the hashed files of the last `builds` builds from the old output into the new one, so that a page that is already open can still load them.
 * Returns the files with their age.
 */
export function keepHashed(from: string, into: string, builds: number): Map<string, number> {
  const kept = new Map<string, number>();
  const old = builds > 0 ? readInventory(from) : undefined;
  const present = new Set(old ? listFiles(into) : []);
  for (const [file, { age }] of old ?? []) {
    if (age >= builds || present.has(file) || !HASHED.test(file)) continue;
    mkdirSync(dirname(join(into, file)), { recursive: true });
    copyFileSync(join(from, file), join(into, file));
    kept.set(file, age + 1);
  }
  return kept;
}

/**
 * Lists the files of a folder that no build wrote; if the folder has no list, all of its files. `also` is a subfolder with a list of its own, whose
 * files are being moved to the folder.
 */
export function foreignFiles(folder: string, also?: string): string[] {
  const own = readInventory(folder);
  const coming = also === undefined ? undefined : readInventory(join(folder, also));
  const isOwn = (file: string): boolean =>
    file === INVENTORY ? Boolean(own ?? coming) : Boolean(own?.has(file) || coming?.has(file) || (coming && file.startsWith(`${also}/`)));
  return listFiles(folder).filter((file) => !isOwn(file) && !LITTER.has(file.split('/').at(-1)!));
}
