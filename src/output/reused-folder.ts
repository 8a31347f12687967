/**
 * A folder that may contain the files of an earlier build, which are used again. Creating and deleting thousands of small files in each build is slow:
 * ext4 looks for a new file among all that were deleted in the last minutes, and a build at 1,000 pages then waits 10 s longer.
 */
import { hash } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';

export class ReusedFolder {
  readonly #root: string;
  /** Whether there is no earlier file, as in the first build. */
  readonly #isNew: boolean;
  /** The SHA-256 of each written file, for the inventory. */
  readonly written = new Map<string, string>();
  readonly #made = new Set<string>();

  constructor(root: string) {
    this.#root = resolve(root);
    this.#isNew = mkdirSync(root, { recursive: true }) !== undefined;
  }

  /** Writes a file, unless the earlier one is the same. Never writes into an earlier file, which can be a link. */
  write(path: string, content: string | Uint8Array): void {
    const file = resolve(this.#root, path);
    if (!file.startsWith(this.#root + sep)) throw new Error(`The file ${path} would be written outside of ${this.#root}.`);
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const isFirst = this.#isNew && !this.written.has(path);
    this.written.set(path, hash('sha256', bytes));
    if (!isFirst && isSame(file, bytes)) return;
    this.#makeFolder(dirname(file));
    if (!isFirst) rmSync(file, { recursive: true, force: true });
    // Many small files are written faster one after the other than through the thread pool.
    writeFileSync(file, bytes, { flag: 'wx' });
  }

  /** Makes a folder from the first earlier one beside it whose name matches. Its own name contains a hash of the files. */
  adopt(path: string, earlier: RegExp): void {
    const folder = join(this.#root, path);
    this.#makeFolder(dirname(folder));
    const names = readdirSync(dirname(folder), { withFileTypes: true }).filter((entry) => entry.isDirectory() && earlier.test(entry.name));
    const present = names.map(({ name }) => join(dirname(folder), name));
    if (present.length > 0 && !present.includes(folder)) renameSync(present[0]!, folder);
  }

  #makeFolder(folder: string): void {
    if (this.#made.has(folder)) return;
    mkdirSync(folder, { recursive: true });
    this.#made.add(folder);
  }
}

function isSame(file: string, bytes: Uint8Array): boolean {
  const found = lstatSync(file, { throwIfNoEntry: false });
  return found !== undefined && found.isFile() && found.size === bytes.length && readFileSync(file).equals(bytes);
}

/** Removes the files of earlier builds from a folder. Returns the number of files that were written again. */
export function removeOthers(root: string, written: ReadonlyMap<string, string>, below = ''): number {
  let left = 0;
  for (const entry of readdirSync(join(root, below), { withFileTypes: true })) {
    const path = `${below}${entry.name}`;
    const inside = entry.isDirectory() ? removeOthers(root, written, `${path}/`) : Number(written.has(path));
    if (inside === 0 && entry.isDirectory()) rmdirSync(join(root, path));
    else if (inside === 0) rmSync(join(root, path));
    left += inside;
  }
  return left;
}
