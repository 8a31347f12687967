import { close, createIndex } from 'pagefind';

/**
 * Index a built folder for the search, into its folder `pagefind`. Pagefind resolves with errors instead of throwing;
 * here they throw.
 */
export async function writeSearchIndex(folder: string): Promise<{ pages: number }> {
  const { index, errors } = await createIndex({ includeCharacters: '§.-', excludeSelectors: ['[data-footnote-backref]', 'svg'] });
  if (!index) throw new Error(`The search index was not made: ${errors.join('; ')}`);
  const added = await index.addDirectory({ path: folder });
  const written = await index.writeFiles({ outputPath: `${folder}/pagefind` });
  await close();
  const all = [...added.errors, ...written.errors];
  if (all.length > 0) throw new Error(`The search index was not made: ${all.join('; ')}`);
  return { pages: added.page_count };
}
