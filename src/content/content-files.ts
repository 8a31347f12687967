/** Lists the files of a content folder. */
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { isPermalinkFile } from '../permalinks/storage.ts';

/** Files that are not content: hidden files, backups of editors, files of operating systems. */
const PASSED_OVER = /^\.|~$|^#.*#$|\.(?:bak|orig|rej|sw[a-p]|tmp)$|^(?:README\.md|Thumbs\.db|desktop\.ini|Icon\r)$/i;

/** Lists the content files of a folder, sorted by path: without README.md, hidden files, backups, diagrams and permalinks. Follows links. */
export function contentFiles(folder: string): string[] {
  const files: string[] = [];
  const walk = (path: string, above: readonly string[]): void => {
    const real = orUndefined(() => realpathSync(path)) ?? path;
    // A symbolic link to a parent folder would never end.
    if (above.includes(real)) return;
    for (const entry of orUndefined(() => readdirSync(path, { withFileTypes: true })) ?? []) {
      const inner = join(path, entry.name);
      const file = relative(folder, inner).split(sep).join('/');
      if (PASSED_OVER.test(entry.name) || file === 'diagrams' || isPermalinkFile(file)) continue;
      const found = entry.isSymbolicLink() ? orUndefined(() => statSync(inner)) : entry;
      if (found?.isDirectory()) walk(inner, [...above, real]);
      else if (found?.isFile()) files.push(file);
    }
  };
  walk(folder, []);
  return files.sort();
}

/** Returns the result of `read`; undefined if the folder or the target of the link cannot be read. */
function orUndefined<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
