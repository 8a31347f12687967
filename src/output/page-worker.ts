/** A worker thread that finishes pages and reads what they contain, for the check of the built site. */
import { parentPort } from 'node:worker_threads';
import { readTrees } from '../checks/read-page.ts';
import { finishPage } from '../views/finish-page.ts';
import { parseHtml } from '../views/parse-html.ts';
import type { FinishedPage, PageJob } from './page-workers.ts';

parentPort!.on('message', ({ document, body: rendered, file, base }: PageJob) => {
  const { html, body } = finishPage(document, rendered);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
  parentPort!.postMessage({ html, built: readTrees([parseHtml(document), body], html, file, base) } satisfies FinishedPage);
});
