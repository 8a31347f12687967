/** Worker threads that finish and check the pages of a build while Astro renders others. */
import { Worker } from 'node:worker_threads';
import type { Built } from '../checks/read-page.ts';
import type { PageBody } from '../views/finish-page.ts';

/** A page for a worker thread. */
export interface PageJob {
  document: string;
  body: PageBody;
  /** The path of its HTML file in the built folder. */
  file: string;
  base: string;
}

export interface FinishedPage {
  html: string;
  built: Built;
}

export interface PageWorkers {
  /** Finishes a page. `path` is that of its URL. */
  finish(document: string, body: PageBody, path: string): Promise<string>;
  /** What the finished pages contain, by file. */
  read: ReadonlyMap<string, Built>;
  end(): Promise<void>;
}

/** The command and the pages run in two module graphs of one process. */
const KEY = Symbol.for('page workers of this build');
const holder = globalThis as { [KEY]?: PageWorkers };

/** Returns the threads of this build, if it has any. */
export const pageWorkers = (): PageWorkers | undefined => holder[KEY];

/** Starts the threads. `base` is the path under which the site is served. */
export function startPageWorkers(count: number, base: string): PageWorkers {
  const threads = Array.from({ length: count }, startThread);
  const read = new Map<string, Built>();
  return (holder[KEY] = {
    read,
    async finish(document, body, path) {
      const file = `${decodeURIComponent(path.slice(base.length))}index.html`;
      const idlest = threads.reduce((best, thread) => (thread.waiting.length < best.waiting.length ? thread : best));
      const { html, built } = await idlest.finish({ document, body, file, base });
      read.set(file, built);
      return html;
    },
    async end() {
      delete holder[KEY];
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  });
}

/** A thread answers in the order in which it was asked. */
function startThread() {
  const worker = new Worker(new URL('page-worker.ts', import.meta.url), { execArgv: [], resourceLimits: { maxYoungGenerationSizeMb: 4 } });
  const waiting: PromiseWithResolvers<FinishedPage>[] = [];
  const fail = (error: Error): void => waiting.splice(0).forEach(({ reject }) => reject(error));
  worker.on('message', (finished: FinishedPage) => waiting.shift()!.resolve(finished));
  worker.on('error', fail);
  worker.on('exit', (code) => fail(new Error(`The worker that finishes pages exited with code ${code}.`)));
  return {
    worker,
    waiting,
    finish(job: PageJob): Promise<FinishedPage> {
      const finished = Promise.withResolvers<FinishedPage>();
      waiting.push(finished);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage(job);
      return finished.promise;
    },
  };
}
