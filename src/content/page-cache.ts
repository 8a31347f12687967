/** Parses the pages before the model is built: from a cache on disk, in worker threads if many are new. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { cacheOf, hashOf, hashOfCode, readCached, storeCached } from '../cache/disk-cache.ts';
import type { PageEntry } from '../model/entry.ts';
import { rehypePlugins } from '../markdown/processor.ts';
import { staticCompiler } from '../markdown/static-compiler.ts';
import { startParseThread } from './parse-thread.ts';
import { keepParsed, knownBody, parseText, type ParsedBody } from '../model/parse-page.ts';

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

/** What the HTML of a page depends on: the languages and the base path of the site. */
export interface PageSettings {
  languages: string[];
  base: string;
}

/** Starts to parse at most `count` pages of a content folder, while the others are still being read. `early` is a thread that is already started. */
export function startParsing(folder: string, count: number, settings: PageSettings, early?: Worker): PageParser {
  const cache = cacheOf('parsed', folder);
  const parse = bodyParser(settings);
  const fresh: { page: NewPage; entry: PageEntry }[] = [];
  /** Whether a thread has taken each page. The workers begin with the first page, and this thread with the last. */
  const taken = new Int32Array(new SharedArrayBuffer(count * Int32Array.BYTES_PER_ELEMENT));
  const workers: Worker[] = [];
  const begin = (worker: Worker): void => {
    workers.push(worker);
    send(worker, { taken, settings });
    for (const { page } of fresh) send(worker, page);
  };
  if (early) begin(early);
  return {
    add(entry) {
      if (entry.broken || knownBody(entry)) return;
      const { file, body, bodyLine } = entry;
      const key = hashOf(hashOfCode(), JSON.stringify(settings), file, String(bodyLine), body);
      const path = join(cache, file.replaceAll('/', '.'));
      const parsed = readCached<ParsedBody>(path, key);
      if (parsed) return keepParsed(entry, parsed);
      const page = { at: fresh.length, body: { file, body, bodyLine }, path, key };
      fresh.push({ page, entry });
      for (const worker of workers) send(worker, page);
      if (fresh.length === MIN_FOR_WORKER) while (workers.length < Math.min(3, availableParallelism() - 1)) begin(startParseThread());
    },
    async end() {
      const ended = workers.map(endOf);
      for (const { page, entry } of fresh.toReversed()) {
        if (!takePage(taken, page)) continue;
        keepParsed(entry, storeCached(page.path, page.key, await parse(page.body)));
      }
      await Promise.all(ended);
      for (const { page, entry } of fresh) {
        // If a page could not be stored, this thread parses it later.
        const parsed = knownBody(entry) ?? readCached<ParsedBody>(page.path, page.key);
        if (parsed) keepParsed(entry, parsed);
      }
    },
  };
}

/** Takes a page for the calling thread. Returns false if another thread has it. */
export const takePage = (taken: Int32Array, { at }: Pick<NewPage, 'at'>): boolean => Atomics.exchange(taken, at, 1) === 0;

/** Returns a function that parses a body. Instead of the tree of a page without components, which is several times as large, it returns the HTML. */
export function bodyParser({ languages, base }: PageSettings): (body: Body) => Promise<ParsedBody> {
  const compile = staticCompiler(rehypePlugins(() => Promise.resolve(languages), base));
  return async (body) => {
    const parsed = parseText(body);
    const html = parsed.tree && (await compile(parsed.tree, body.file));
    return html === undefined ? parsed : { ...parsed, html, tree: undefined };
  };
}

/** What a worker gets: first its settings, then pages, and `undefined` after the last one. */
export type ParseMessage = { taken: Int32Array; settings: PageSettings } | NewPage | undefined;

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
const send = (worker: Worker, message: ParseMessage): void => worker.postMessage(message);

/** Ends a worker after its last page. */
function endOf(worker: Worker): Promise<void> {
  send(worker, undefined);
  return new Promise((done, fail) => {
    worker.once('error', fail);
    worker.once('exit', (code) => (code === 0 ? done() : fail(new Error(`The worker that parses pages exited with code ${code}.`))));
  });
}
