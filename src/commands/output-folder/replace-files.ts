import { existsSync, lstatSync } from 'node:fs';
import { access, constants, cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { INVENTORY, listFiles, readInventory } from '../../output/inventory.ts';

/** The folder inside an output that cannot be renamed, to which the new files are first copied. */
export const COMING = '.coming';

/**
 * Replaces the files of a folder that cannot be renamed itself. All new files are copied into it before the first old file is replaced, so that a
 * full disk is noticed while the old output is still complete. A page is replaced after everything that it loads.
 */
export async function replaceFiles(built: string, out: string): Promise<void> {
  await access(out, constants.W_OK);
  const coming = join(out, COMING);
  const old = listFiles(out);
  try {
    await rm(coming, { recursive: true, force: true });
    await mkdir(coming);
    await copyInto(built, coming);
  } catch (error) {
    await rm(coming, { recursive: true, force: true });
    throw error;
  }
  const files = [...readInventory(coming)!.keys()].sort((a, b) => Number(a.endsWith('.html')) - Number(b.endsWith('.html')));
  for (const file of files) {
    await clearWay(out, file);
    await mkdir(dirname(join(out, file)), { recursive: true });
    await rename(join(coming, file), join(out, file));
  }
  const now = new Set(files);
  for (const file of old) if (!now.has(file) && file !== INVENTORY && !isFolder(join(out, file))) await rm(join(out, file), { force: true });
  await removeEmptyFolders(out);
  await rename(join(coming, INVENTORY), join(out, INVENTORY));
  await rm(coming, { recursive: true, force: true });
}

/** Copies a built folder, its list first, so that an incomplete copy is recognised as the work of a build. */
export async function copyInto(built: string, folder: string): Promise<void> {
  await cp(join(built, INVENTORY), join(folder, INVENTORY));
  await cp(built, folder, { recursive: true });
}

/** Removes a file of the old output where the new one has a folder, and vice versa. */
async function clearWay(out: string, file: string): Promise<void> {
  const parts = file.split('/');
  for (let depth = 1; depth <= parts.length; depth += 1) {
    const path = join(out, ...parts.slice(0, depth));
    if (existsSync(path) && isFolder(path) !== depth < parts.length) await rm(path, { recursive: true });
  }
}

const isFolder = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

async function removeEmptyFolders(folder: string): Promise<boolean> {
  let left = 0;
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (!entry.isDirectory() || entry.name === COMING || !(await removeEmptyFolders(path))) left += 1;
    else await rm(path, { recursive: true });
  }
  return left === 0;
}
