/** Compares folders by where they are, whatever path leads to them. */
import { readlinkSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';

/** The target of a symbolic link; undefined for what is not one. */
export function linkOf(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

/** The path without symbolic links, of as much of it as exists. */
export function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return dirname(path) === path ? path : join(realPath(dirname(path)), basename(path));
  }
}

/** Whether two paths are one folder, whatever the way to it: links, mounts, upper and lower case. */
export function isSame(a: string, b: string): boolean {
  if (relative(a, b) === '') return true;
  const [one, other] = [a, b].map((path) => statSync(path, { throwIfNoEntry: false, bigint: true }));
  return one !== undefined && other !== undefined && one.dev === other.dev && one.ino === other.ino && one.ino !== 0n;
}

/** The folders above a path, by its text and by its real place. */
export function parentsOf(path: string): string[] {
  const above = (one: string): string[] => (dirname(one) === one ? [] : [dirname(one), ...above(dirname(one))]);
  return [...new Set([...above(resolve(path)), ...above(realPath(resolve(path)))])];
}
