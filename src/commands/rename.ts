/**
 * `npm run rename <address> <new address>`: renames a page, a section, a difference, a node or an answer with all references, and redirects
 * the old address.
 */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadContent } from '../content/load-content.ts';
import { contentFiles } from '../content/content-files.ts';
import { renameAddress } from '../content/rename/rename-address.ts';
import { addRedirects } from '../permalinks/storage.ts';

/** Renames an address and every link to it. Returns the output, and whether files were changed. */
export async function renameIn(folder: string, from: string, to: string): Promise<{ good: boolean; output: string }> {
  const { site, stored } = await loadContent(folder, '/');
  const files = contentFiles(folder).filter((file) => /\.(?:mdx|yaml)$/.test(file));
  const texts = new Map(await Promise.all(files.map(async (file) => [file, await readFile(join(folder, file), 'utf8')] as const)));
  const renaming = renameAddress(site, texts, from, to);
  if (typeof renaming === 'string') return { good: false, output: `${renaming} No file was changed.` };
  for (const [file, text] of renaming.texts) {
    await writeFile(join(folder, `${file}.new`), text);
    await rename(join(folder, `${file}.new`), join(folder, file));
  }
  for (const [file, name] of renaming.files) await rename(join(folder, file), join(folder, name));
  if (stored) await addRedirects(folder, [{ from, to }]);
  const lines = [...new Set([...renaming.texts.keys(), ...renaming.files.keys()])]
    .sort()
    .map((file) => `  ${folder}/${renaming.files.get(file) ?? file}`);
  return {
    good: true,
    output: [
      `Renamed “${from}” to “${to}” in ${lines.length} ${lines.length === 1 ? 'file' : 'files'}:`,
      ...lines,
      'Run npm run permalinks when the text is done.',
    ].join('\n'),
  };
}

if (import.meta.main) {
  const [from, to] = process.argv.slice(2).map((address) => address.replace(/^kb:/, '').replace('#', '.'));
  const { good, output } =
    from && to
      ? await renameIn(process.env.CONTENT_DIR ?? 'content', from, to)
      : { good: false, output: 'Name the address and the new one: npm run rename setup.options setup.choices' };
  console[good ? 'log' : 'error'](output);
  process.exitCode = good ? 0 : 1;
}
