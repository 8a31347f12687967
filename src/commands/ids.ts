/** `npm run ids`: writes an id at the end of every heading and every block that has none, and changes nothing else. */
import { readFile, realpath, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadContent } from '../content/load-content.ts';
import { bodyOf } from '../content/read-content.ts';
import { writeBlockIds } from '../markdown/write-block-ids.ts';
import { suggestId } from '../model/check/headings.ts';
import { assignIds } from '../permalinks/assign-ids.ts';

/** Writes the missing ids of a content folder. Returns the output, and whether all pages were written. */
export async function writeIds(folder: string): Promise<{ good: boolean; output: string }> {
  const lines = await writeHeadingIds(folder);
  const { site, stored } = await loadContent(folder, '/');
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
      const line = text.slice(0, text.length - body.length).split('\n').length - 1 + Number(error.message);
      lines.push(`${folder}/${file}:${line}: not written. This block cannot take an id; put it on lines of its own, with an empty line after it.`);
    }
  }
  const broken = site.locales.flatMap(({ pages, lang }) => [...pages.values()].filter((page) => page.lang === lang && page.broken));
  for (const { file } of broken) lines.push(`${folder}/${file}: not written, because it cannot be read; npm run check says why.`);
  if (lines.length === 0) lines.push('Every block has an id.');
  return { good: good && broken.length === 0, output: lines.join('\n') };
}

/** Adds the id that the source check suggests to each heading without one. Returns the output. */
async function writeHeadingIds(folder: string): Promise<string[]> {
  const { site } = await loadContent(folder, '/');
  const output: string[] = [];
  for (const { lang, pages } of site.locales) {
    for (const page of pages.values()) {
      if (page.lang !== lang || page.headings.every(({ id, title }) => id !== undefined || !title)) continue;
      const path = await realpath(join(folder, page.file));
      const text = await readFile(path, 'utf8');
      const lines = text.split('\n');
      const taken = new Set(page.headings.map(({ id }) => id));
      let written = 0;
      for (const { id, title, at } of page.headings) {
        if (id !== undefined || !title) continue;
        const name = suggestId(title, taken);
        taken.add(name);
        const line = lines[at.line - 1]!;
        const [, words = line, end = ''] = /^(.*?)((?:\s+#+)?\s*)$/s.exec(line) ?? [];
        lines[at.line - 1] = `${words} [#${name}]${/#/.test(end) ? '' : end.replace(/[^\r]/g, '')}`;
        written += 1;
      }
      await writeFile(`${path}.new`, lines.join('\n'));
      await rename(`${path}.new`, path);
      output.push(`${folder}/${page.file}: ${written} ${written === 1 ? 'heading' : 'headings'}`);
    }
  }
  return output;
}

if (import.meta.main) {
  const { good, output } = await writeIds(process.env.CONTENT_DIR ?? 'content');
  console[good ? 'log' : 'error'](output);
  process.exitCode = good ? 0 : 1;
}
