/** A worker thread that parses the bodies of pages into the cache. */
import { parentPort, workerData } from 'node:worker_threads';
import { storeCached } from '../cache/disk-cache.ts';
import { parseText } from '../model/parse-page.ts';
import { takePage, type NewPage } from './page-cache.ts';

const taken = workerData as Int32Array;
parentPort!.on('message', (page: NewPage | undefined) => {
  if (page === undefined) parentPort!.close();
  else if (takePage(taken, page)) storeCached(page.path, page.key, parseText(page.body));
});
