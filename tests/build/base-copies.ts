/** Copies of the test bases, and hashes of a folder, for the build tests. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { cp, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import { root } from '../run.ts';

export { root, run } from '../run.ts';

/** Creates a folder outside the repository, which is deleted after the tests of the file. Call it at the top of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'build-tests-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

type Changes = Record<string, string | ((text: string) => string) | undefined>;

/** Copies the tomato base to `folder`. A file is given as its text, as a change to its text, or as undefined to be left out. */
export const tomato = (folder: string, changes: Changes = {}): Promise<string> => copyOf('tomato', folder, changes);

/** Copies the smallest base to `folder`: it is built in the shortest time. */
export const small = (folder: string, changes: Changes = {}): Promise<string> => copyOf('small', folder, changes);

/** Copies the base with every feature to `folder`. */
export const ferry = (folder: string, changes: Changes = {}): Promise<string> => copyOf('ferry', folder, changes);

async function copyOf(base: string, folder: string, changes: Changes): Promise<string> {
  await cp(join(root, 'tests/fixtures/bases', base), folder, { recursive: true });
  for (const [file, change] of Object.entries(changes)) {
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    if (change === undefined) await rm(path);
    else await writeFile(path, typeof change === 'string' ? change : change(await readFile(path, 'utf8')));
  }
  return folder;
}

/** Lists the files of a folder, sorted, with forward slashes. */
export async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  return files.map((file) => file.replaceAll('\\', '/')).sort();
}

/** Returns the hash of each file of a folder. */
export async function hashesOf(folder: string): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const file of await filesOf(folder)) {
    hashes[file] = createHash('sha256')
      .update(await readFile(join(folder, file)))
      .digest('hex');
  }
  return hashes;
}

/** Returns the hash and the modification time of each file of a folder, so that a file written again with the same bytes is noticed. */
export async function stateOf(folder: string): Promise<Record<string, string>> {
  const state = await hashesOf(folder);
  for (const file of Object.keys(state)) state[file] += ` ${(await stat(join(folder, file))).mtimeMs}`;
  return state;
}
