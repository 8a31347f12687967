/** A worker thread that finishes pages and reads what they contain, for the check of the built site. */
import { parentPort } from 'node:worker_threads';
import { readPage } from '../checks/read-page.ts';
import { finishPage } from '../views/finish-page.ts';
import type { FinishedPage, PageJob } from './page-workers.ts';

parentPort!.on('message', ({ document, body, file, base }: PageJob) => {
  const html = finishPage(document, body);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
  parentPort!.postMessage({ html, built: readPage(html, file, base) } satisfies FinishedPage);
});
