import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of fixtures. */
export const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url));

/** A copy of the tomato base outside the repository, deleted when it goes out of scope. */
export interface LaidBase extends AsyncDisposable {
  folder: string;
}

/** Copies the tomato base, deletes the files in `delete.txt` of each case, and adds the files of the cases. */
export async function layOver(...cases: readonly string[]): Promise<LaidBase> {
  const base = await copyOfBase();
  for (const one of cases) {
    await cp(one, base.folder, { recursive: true, filter: (from) => !/[\\/](?:expected|delete)\.txt$/.test(from) });
    const gone = await readFile(join(one, 'delete.txt'), 'utf8').catch(() => '');
    for (const file of gone.split('\n').filter(Boolean)) await rm(join(base.folder, file));
  }
  return base;
}

/** Copies the tomato base and writes files into it, by path. */
export async function baseWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<LaidBase> {
  const base = await copyOfBase();
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(base.folder, file)), { recursive: true });
    await writeFile(join(base.folder, file), text);
  }
  return base;
}

/** Copies a base, by default the tomato base. Synchronously: the promises for each file take longer than the copy. */
export async function copyOfBase(from = join(fixtures, 'bases/tomato')): Promise<LaidBase> {
  const folder = mkdtempSync(join(tmpdir(), 'tomato-'));
  cpSync(from, folder, { recursive: true });
  return { folder, [Symbol.asyncDispose]: async () => rmSync(folder, { recursive: true }) };
}
