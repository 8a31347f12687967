/** Parses the pages before the model is built: from a cache on disk, in worker threads if many are new. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { cacheOf, hashOf, hashOfCode, readCached, storeCached } from '../cache/disk-cache.ts';
import type { PageEntry } from '../model/entry.ts';
import { keepParsed, knownBody, parsePage, type ParsedBody } from '../model/parse-page.ts';

/** For fewer new pages than this, starting a worker takes longer than parsing. */
const MIN_FOR_WORKER = 12;

type Body = Pick<PageEntry, 'file' | 'body' | 'bodyLine'>;

/** A page that is not in the cache, and its place there. */
export interface NewPage {
  /** Its number in `taken`. */
  at: number;
  body: Body;
  path: string;
  key: string;
}

export interface PageParser {
  /** Parses a page, or has it parsed meanwhile. */
  add(entry: PageEntry): void;
  /** Fills the memory of `parsePage` with all pages. */
  end(): Promise<void>;
}

/** Starts to parse at most `count` pages of a content folder, while the others are still being read. */
export function startParsing(folder: string, count: number): PageParser {
  const cache = cacheOf('parsed', folder);
  const fresh: (NewPage & { entry: PageEntry })[] = [];
  /** Whether a thread has taken each page. The workers begin with the first page, and this thread with the last. */
  const taken = new Int32Array(new SharedArrayBuffer(count * Int32Array.BYTES_PER_ELEMENT));
  let workers: Worker[] = [];
  return {
    add(entry) {
      if (entry.broken || knownBody(entry)) return;
      const { file, body, bodyLine } = entry;
      const key = hashOf(hashOfCode(), file, String(bodyLine), body);
      const path = join(cache, file.replaceAll('/', '.'));
      const parsed = readCached<ParsedBody>(path, key);
      if (parsed) return keepParsed(entry, parsed);
      fresh.push({ at: fresh.length, body: { file, body, bodyLine }, path, key, entry });
      if (fresh.length === MIN_FOR_WORKER) workers = Array.from({ length: Math.min(3, availableParallelism() - 1) }, () => startWorker(taken));
      for (const { entry: _, ...page } of fresh.length === MIN_FOR_WORKER ? fresh : fresh.slice(-1))
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
        for (const worker of workers) worker.postMessage(page);
    },
    async end() {
      const ended = workers.map(endOf);
      for (const page of fresh.toReversed()) {
        if (!takePage(taken, page)) continue;
        parsePage(page.entry);
        storeCached(page.path, page.key, knownBody(page.entry));
      }
      await Promise.all(ended);
      for (const { entry, path, key } of fresh) {
        // If a page could not be stored, this thread parses it later.
        const parsed = knownBody(entry) ?? readCached<ParsedBody>(path, key);
        if (parsed) keepParsed(entry, parsed);
      }
    },
  };
}

/** Takes a page for the calling thread. Returns false if another thread has it. */
export const takePage = (taken: Int32Array, { at }: Pick<NewPage, 'at'>): boolean => Atomics.exchange(taken, at, 1) === 0;

const startWorker = (taken: Int32Array): Worker => new Worker(new URL('parse-worker.ts', import.meta.url), { workerData: taken, execArgv: [] });

/** Ends a worker after its last page. */
function endOf(worker: Worker): Promise<void> {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  worker.postMessage(undefined);
  return new Promise((done, fail) => {
    worker.once('error', fail);
    worker.once('exit', (code) => (code === 0 ? done() : fail(new Error(`The worker that parses pages exited with code ${code}.`))));
  });
}
