/** A worker thread that reads built pages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { readPage } from './read-page.ts';

const { folder, files, base } = workerData as { folder: string; files: string[]; base: string };
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
parentPort!.postMessage(files.map((file) => [file, readPage(readFileSync(join(folder, file), 'utf8'), file, base)]));
