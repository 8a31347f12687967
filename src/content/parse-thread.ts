/** Starts a worker thread that parses pages. A module of its own, so that the thread can start before the modules of the build are loaded. */
import { Worker } from 'node:worker_threads';

export const startParseThread = (): Worker => new Worker(new URL('parse-worker.ts', import.meta.url), { execArgv: [] });
