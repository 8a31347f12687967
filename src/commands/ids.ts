/** `npm run ids`: writes an id at the end of every block that has none, and changes nothing else. */
import { readFile, realpath, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadContent } from '../content/load-content.ts';
import { bodyOf } from '../content/read-content.ts';
import { writeBlockIds } from '../markdown/write-block-ids.ts';
import { assignIds } from '../permalinks/assign-ids.ts';

/** Writes the missing ids of a content folder. Returns the output, and whether all pages were written. */
export async function writeIds(folder: string): Promise<{ good: boolean; output: string }> {
  const { site, stored } = await loadContent(folder, '/');
  const lines: string[] = [];
  let good = true;
  for (const [file, marks] of assignIds(site, stored)) {
    const path = await realpath(join(folder, file));
    const text = await readFile(path, 'utf8');
    const body = bodyOf(text);
    try {
      const written = text.slice(0, text.length - body.length) + writeBlockIds(body, file, marks);
      await writeFile(`${path}.new`, written);
      await rename(`${path}.new`, path);
      lines.push(`${folder}/${file}: ${marks.size} ${marks.size === 1 ? 'id' : 'ids'}`);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      good = false;
      lines.push(`${folder}/${file}: not written. The block on line ${error.message} of the text cannot take an id; end it with an empty line.`);
    }
  }
  const broken = site.locales.flatMap(({ pages, lang }) => [...pages.values()].filter((page) => page.lang === lang && page.broken));
  for (const { file } of broken) lines.push(`${folder}/${file}: not written, because it cannot be read; npm run check says why.`);
  if (lines.length === 0) lines.push('Every block has an id.');
  return { good: good && broken.length === 0, output: lines.join('\n') };
}

if (import.meta.main) {
  const { good, output } = await writeIds(process.env.CONTENT_DIR ?? 'content');
  console[good ? 'log' : 'error'](output);
  process.exitCode = good ? 0 : 1;
}
