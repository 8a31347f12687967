/** The folder into which a build goes: which folder that may be, and how the new output replaces the old one. */
import { existsSync, rmSync, statSync } from 'node:fs';
import fs, { mkdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { foreignFiles } from '../../output/inventory.ts';
import { acquireBuildLock } from './build-lock.ts';
import { isSame, linkOf, parentsOf, realPath } from './folder-paths.ts';
import { COMING, copyInto, replaceFiles } from './replace-files.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
/** Folders of the checkout that a build reads or keeps for itself. */
const OWN = ['.astro', '.git', 'public', 'src'];
/** The error codes of a rename across file systems, of a mount point, or without write permission in the parent folder. */
const CANNOT_RENAME = new Set(['EXDEV', 'EBUSY', 'EACCES', 'EPERM', 'EROFS']);

/** Returns the real path of the folder in OUT_DIR. The target of a symbolic link may be missing. */
export function outputFolder(given = process.env.OUT_DIR): string {
  let path = resolve(given || 'dist');
  for (let links = 0; links < 40; links += 1) {
    const target = linkOf(path);
    if (target === undefined) break;
    path = resolve(dirname(path), target);
  }
  return join(realPath(dirname(path)), basename(path));
}

/** Throws an error if a build into `out` could delete or overwrite files that no build wrote. */
export function refuseForeign(out: string, content: string, checkout = ROOT): void {
  const refuse = (reason: string): never => {
    throw new Error(`OUT_DIR is ${out}, ${reason} Name a folder of its own for the site, for example OUT_DIR=dist.`);
  };
  const holds = [
    ['the checkout', checkout],
    ['the working directory', process.cwd()],
    ['the content', resolve(content)],
    ['the home folder', homedir()],
  ] as const;
  for (const [name, path] of holds) {
    if (isSame(out, path)) refuse(`which is ${name}. A build replaces the whole folder.`);
    if (parentsOf(path).some((parent) => isSame(out, parent))) refuse(`which contains ${name}, ${path}. A build replaces the whole folder.`);
  }
  for (const path of [content, ...OWN.map((name) => join(checkout, name))])
    if ([out, ...parentsOf(out)].some((parent) => isSame(parent, path)))
      refuse(`which is in ${path}. The build reads that folder or keeps its own files there.`);
  if (existsSync(out) && !statSync(out).isDirectory()) refuse('which is not a folder.');
  const parent = parentsOf(out).find((path) => existsSync(path));
  if (parent !== undefined && !statSync(parent).isDirectory()) refuse(`which is in a file, ${parent}.`);
  for (const [folder, also] of [[out, COMING], [buildingOf(out)], [formerOf(out)]] as const) {
    if (!existsSync(folder)) continue;
    const foreign = statSync(folder).isDirectory() ? foreignFiles(folder, also) : [''];
    if (foreign.length > 0) throw new Error(foreignWords(folder, foreign));
  }
}

/** Puts the old output back if a build was killed while it replaced it. */
export async function restoreFormer(out: string): Promise<void> {
  const former = formerOf(out);
  if (existsSync(out) || !existsSync(former)) return;
  const release = await acquireBuildLock(undefined, {}, `the repair of ${out}`);
  try {
    if (existsSync(out) || !existsSync(join(former, 'index.html')) || foreignFiles(former).length > 0) return;
    await rename(former, out);
    console.log(`The last build ended while it replaced ${out}. The previous output was restored.`);
  } finally {
    await release();
  }
}

/**
 * Replaces the old output with a finished build. The old output stays until the new one is complete beside it. It is then moved to `discarded`, or
 * deleted if that is not possible. `move` renames a folder; a test replaces it.
 */
export async function replaceOutput(built: string, out: string, { rename: move }: Pick<typeof fs, 'rename'> = fs, discarded?: string): Promise<void> {
  const former = formerOf(out);
  const building = buildingOf(out);
  await mkdir(dirname(out), { recursive: true });
  try {
    if (!(await moveBeside(built, building))) return await replaceFiles(built, out);
    rmSync(former, { recursive: true, force: true });
    if (existsSync(out)) {
      const isMoved = await move(out, former).then(() => true, unlessStuck);
      if (!isMoved) return await replaceFiles(building, out);
    }
    try {
      await move(building, out);
    } catch (error) {
      await putBack(former, out, error as Error);
    }
    if (discarded) await move(former, discarded).catch(() => undefined);
    rmSync(former, { recursive: true, force: true });
  } finally {
    await rm(building, { recursive: true, force: true }).catch(() => undefined);
  }
}

const buildingOf = (out: string): string => `${out}.building`;
const formerOf = (out: string): string => `${out}.former`;

/** Moves the built folder beside the output, so that a rename can replace it. Returns false where nothing can be written beside it. */
async function moveBeside(built: string, building: string): Promise<boolean> {
  rmSync(building, { recursive: true, force: true });
  try {
    await rename(built, building);
  } catch (error) {
    if (!isStuck(error)) throw error;
    try {
      await mkdir(building);
    } catch (refused) {
      if (isStuck(refused)) return false;
      throw refused;
    }
    await copyInto(built, building);
  }
  return true;
}

async function putBack(former: string, out: string, cause: Error): Promise<never> {
  const isBack = await rename(former, out).then(
    () => true,
    () => false,
  );
  throw new Error(
    isBack
      ? `${cause.message}. The last good output is back in ${out}.`
      : `${cause.message}. The last good output is in ${existsSync(former) ? former : out}.`,
    { cause },
  );
}

function foreignWords(folder: string, foreign: readonly string[]): string {
  const shown = foreign.slice(0, 3).join(', ');
  const more = foreign.length > 3 ? ` and ${foreign.length - 3} more` : '';
  return `${folder} contains files that no build wrote: ${shown}${more}. A build deletes the whole folder. Move them away, delete the folder if nothing in it is needed, or name another folder in OUT_DIR.`;
}

const isStuck = (error: unknown): boolean => CANNOT_RENAME.has((error as NodeJS.ErrnoException).code ?? '');

function unlessStuck(error: unknown): false {
  if (isStuck(error)) return false;
  throw error;
}
