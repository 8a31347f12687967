import { readContent } from '../../../src/checks/reading.ts';
import { publicationOf, type Leaf } from '../../../src/ledger/publication.ts';
import { buildSite } from '../../../src/model/site.ts';

/** Give the pages of the real content, as the ledger sees them. */
export async function realPages(): Promise<Leaf[]> {
  const read = await readContent('content');
  const site = buildSite(
    read.flatMap(({ entry }) => entry ?? []),
    '/',
  );
  return publicationOf(site).leaves.filter(({ kind }) => kind === 'concept' || kind === 'question');
}
