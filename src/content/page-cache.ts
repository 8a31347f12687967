/** Parses the pages before the model is built: from a cache on disk, in worker threads if many are new. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { cacheOf, hashOf, hashOfCode, readCached, storeCached } from '../cache/disk-cache.ts';
import type { PageEntry } from '../model/entry.ts';
import { knownBody, keepParsed, parsePage, type ParsedBody } from '../model/parse-page.ts';

/** For fewer new pages than this, starting a worker takes longer than parsing. */
const MIN_FOR_WORKER = 60;

type Body = Pick<PageEntry, 'file' | 'body' | 'bodyLine'>;

/** Fills the memory of `parsePage` with the pages of a content folder. */
export async function parsePages(folder: string, entries: readonly PageEntry[]): Promise<void> {
  const cache = cacheOf('parsed', folder);
  const fresh: { entry: PageEntry; path: string; key: string }[] = [];
  for (const entry of entries) {
    if (entry.broken || knownBody(entry)) continue;
    const key = hashOf(hashOfCode(), entry.file, String(entry.bodyLine), entry.body);
    const path = join(cache, entry.file.replaceAll('/', '.'));
    const parsed = readCached<ParsedBody>(path, key);
    if (parsed) keepParsed(entry, parsed);
    else fresh.push({ entry, path, key });
  }
  // The main thread parses its share too.
  const workers = fresh.length < MIN_FOR_WORKER ? 0 : Math.min(3, availableParallelism() - 1);
  const shares = Array.from({ length: workers + 1 }, (_, share) => fresh.filter((__, at) => at % (workers + 1) === share));
  const busy = shares.slice(1).map(async (share) => {
    const made = await parseInWorker(share.map(({ entry: { file, body, bodyLine } }) => ({ file, body, bodyLine })));
    for (const [at, { entry }] of share.entries()) keepParsed(entry, made[at]!);
  });
  for (const { entry } of shares[0]!) parsePage(entry);
  await Promise.all(busy);
  for (const { entry, path, key } of fresh) storeCached(path, key, knownBody(entry));
}

function parseInWorker(bodies: readonly Body[]): Promise<ParsedBody[]> {
  const worker = new Worker(new URL('parse-worker.ts', import.meta.url), { workerData: bodies, execArgv: [] });
  return new Promise((done, fail) => {
    worker.once('message', done);
    worker.once('error', fail);
    worker.once('exit', (code) => fail(new Error(`The worker that parses pages exited with code ${code}.`)));
  });
}
