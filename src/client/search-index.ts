import { IndexReader } from '../search/index-reader.ts';

const open = new Map<string, Promise<IndexReader>>();

/**
 * Open the index that stands at `base` (ends with a slash), once. Rejects when it cannot be had; a later call tries again, and also after
 * a file of it could not be had: the site may have been built anew.
 */
export function openIndex(base: string): Promise<IndexReader> {
  let reader = open.get(base);
  if (!reader) {
    const forget = (): boolean => open.delete(base);
    reader = IndexReader.open(async (path) => {
      try {
        const answer = await fetch(base + path, path === 'index.json' ? { cache: 'no-cache' } : {});
        // A page in place of a file is a sign-in of the network, or a host that has a page for everything.
        if (!answer.ok || answer.headers.get('content-type')?.includes('html')) throw new Error(`${answer.status} ${path}`);
        return await answer.text();
      } catch (error) {
        forget();
        throw error;
      }
    });
    open.set(base, reader);
    reader.catch(forget);
  }
  return reader;
}
