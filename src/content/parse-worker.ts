/** A worker thread that parses the bodies of pages. */
import { parentPort, workerData } from 'node:worker_threads';
import type { PageEntry } from '../model/entry.ts';
import { parseText } from '../model/parse-page.ts';

const bodies = workerData as Pick<PageEntry, 'file' | 'body' | 'bodyLine'>[];
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
parentPort!.postMessage(bodies.map(parseText));
