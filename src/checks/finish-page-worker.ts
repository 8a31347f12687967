/** A worker thread that finishes pages. */
import { parentPort } from 'node:worker_threads';
import { finishJob, type PageJob } from './page-workers.ts';

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
parentPort!.on('message', (job: PageJob) => parentPort!.postMessage(finishJob(job)));
