/** Starts the worker thread of `background.ts`. A module of its own, so that the thread can start before the modules of the build are loaded. */
import { Worker } from 'node:worker_threads';

export function startBackgroundThread(): Worker {
  // With the default of V8, 192 MB, the young generation of the thread grows to 120 MB before it is collected.
  const resourceLimits = { maxYoungGenerationSizeMb: 8 };
  return new Worker(new URL('background-worker.ts', import.meta.url), { execArgv: [], resourceLimits });
}
