import { writeFile } from 'node:fs/promises';
import { close, createIndex } from 'pagefind';

/** Index a built folder with Pagefind as it comes, into `<target>/pagefind`, with a page to run it on: what the search is measured against. */
export async function writeStockIndex(folder: string, target: string): Promise<void> {
  const { index, errors } = await createIndex();
  if (!index) throw new Error(`Pagefind made no index: ${errors.join('; ')}`);
  const added = await index.addDirectory({ path: folder });
  const written = await index.writeFiles({ outputPath: `${target}/pagefind` });
  await close();
  // Pagefind resolves with errors instead of throwing.
  const all = [...added.errors, ...written.errors];
  if (all.length > 0) throw new Error(`Pagefind made no index: ${all.join('; ')}`);
  await writeFile(`${target}/index.html`, '<!doctype html><html lang="en"><title>Stock Pagefind</title></html>');
}
