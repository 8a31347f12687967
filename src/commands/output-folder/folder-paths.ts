/** Compares folders by their real paths. */
import { readlinkSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';

/** Returns the target of a symbolic link; undefined for any other path. */
export function linkOf(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

/** Resolves the symbolic links in a path. The last folders of the path may be missing. */
export function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return dirname(path) === path ? path : join(realPath(dirname(path)), basename(path));
  }
}

/** Whether two paths refer to one folder: through links or mounts, or in upper and lower case. */
export function isSame(a: string, b: string): boolean {
  if (relative(a, b) === '') return true;
  const [one, other] = [a, b].map((path) => statSync(path, { throwIfNoEntry: false, bigint: true }));
  return one !== undefined && other !== undefined && one.dev === other.dev && one.ino === other.ino && one.ino !== 0n;
}

/** Returns the parent folders of a path, both as given and with symbolic links resolved. */
export function parentsOf(path: string): string[] {
  const above = (one: string): string[] => (dirname(one) === one ? [] : [dirname(one), ...above(dirname(one))]);
  return [...new Set([...above(resolve(path)), ...above(realPath(resolve(path)))])];
}
