/** Worker threads that finish and check the pages of a build while Astro renders others. */
import { Worker } from 'node:worker_threads';
import { readTrees, type BuiltPage } from './read-page.ts';
import { finishPage, type PageBody } from '../views/finish-page.ts';
import { parseHtml, parseHtmlFragment, type HtmlParent } from '../views/html-tree.ts';

/** A page for a worker thread. */
export interface PageJob {
  document: string;
  body: PageBody;
  /** The path of its HTML file in the built folder. */
  file: string;
  base: string;
}

export interface FinishedJob {
  html: string;
  built: BuiltPage;
}

export interface PageWorkers {
  /** Finishes a page. `path` is that of its URL. */
  finish(document: string, body: PageBody, path: string): Promise<string>;
  /** The facts of the finished pages, by file. */
  read: Map<string, BuiltPage>;
  end(): Promise<void>;
}

/** A thread gets further pages while it has fewer unfinished characters than this. The rendering thread finishes the others when it has nothing else to do. */
const AHEAD = 150_000;

/** On `globalThis`, because the command and the pages run in two module graphs of one process. */
const KEY = Symbol.for('page workers of this build');
const holder = globalThis as { [KEY]?: PageWorkers };

/** Returns the threads of this build, if it has any. */
export const pageWorkers = (): PageWorkers | undefined => holder[KEY];

/** Starts threads; without any, the rendering thread finishes every page. `base` is the path under which the site is served. */
export function startPageWorkers(count: number, base: string): PageWorkers {
  const threads = Array.from({ length: count }, startThread);
  const read = new Map<string, BuiltPage>();
  const waiting: Waiting[] = [];
  let isHelping = false;
  const feed = (): void => {
    for (const thread of threads) while (waiting.length > 0 && thread.unfinished() < AHEAD) thread.finish(waiting.shift()!);
    if (isHelping || waiting.length === 0) return;
    isHelping = true;
    setImmediate(() => {
      isHelping = false;
      const next = waiting.shift();
      next?.resolve(Promise.try(finishJob, next.job));
      feed();
    });
  };
  return (holder[KEY] = {
    read,
    async finish(document, body, path) {
      const job: PageJob = { document, body, file: `${decodeURIComponent(path.slice(base.length))}index.html`, base };
      const finished = Promise.withResolvers<FinishedJob>();
      waiting.push({ job, ...finished });
      feed();
      const { html, built } = await finished.promise;
      read.set(job.file, built);
      feed();
      return html;
    },
    async end() {
      delete holder[KEY];
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  });
}

/** A page that is not finished yet. */
type Waiting = { job: PageJob } & PromiseWithResolvers<FinishedJob>;

/** The trees of the settings by their HTML, which many pages share. */
const settingsTrees = new Map<string, HtmlParent>();

function settingsTree(html: string): HtmlParent {
  const tree = settingsTrees.get(html) ?? parseHtmlFragment(html);
  settingsTrees.set(html, tree);
  return tree;
}

/** Finishes a page, and collects its facts for the check of the built site. */
export function finishJob({ document, body: rendered, file, base }: PageJob): FinishedJob {
  try {
    const { html, frame, body, chapters } = finishPage(document, rendered);
    const built = readTrees([parseHtml(frame), settingsTree(rendered.settings), body], html, file, base);
    return { html, built: { ...built, chapters: chapters() } };
  } catch (error) {
    // The error ends the build. Its own message and stack do not name the page.
    throw new Error(`The page ${file} could not be finished: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** Starts a thread, which answers in the order of its jobs. */
function startThread() {
  // With the default of V8, the young generation of a thread grows to some 100 MB before it is collected.
  const worker = new Worker(new URL('finish-page-worker.ts', import.meta.url), { execArgv: [], resourceLimits: { maxYoungGenerationSizeMb: 4 } });
  const asked: Waiting[] = [];
  /** The error that ended the thread, which can be while it has no page. */
  let failed: Error | undefined;
  const fail = (error: Error): void => {
    failed ??= error;
    for (const { reject } of asked.splice(0)) reject(failed);
  };
  worker.on('message', (finished: FinishedJob) => asked.shift()!.resolve(finished));
  worker.on('error', fail);
  worker.on('exit', (code) => fail(new Error(`The worker that finishes pages exited with code ${code}.`)));
  return {
    worker,
    /** The size of the pages that are not finished yet, in characters. */
    unfinished: () => asked.reduce((sum, { job }) => sum + job.body.html.length, 0),
    finish(page: Waiting): void {
      if (failed) return page.reject(failed);
      asked.push(page);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage(page.job);
    },
  };
}
