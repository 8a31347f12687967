/** A worker thread that parses the bodies of pages into the cache. */
import { parentPort, workerData } from 'node:worker_threads';
import { storeCached } from '../cache/disk-cache.ts';
import { bodyParser, takePage, type NewPage, type WorkerInput } from './page-cache.ts';

const { taken, settings } = workerData as WorkerInput;
const parse = bodyParser(settings);
let last = Promise.resolve();
// An error ends the thread, and the main thread receives it.
parentPort!.on('message', (page: NewPage | undefined) => {
  last = workAfter(last, page);
});

async function workAfter(former: Promise<void>, page: NewPage | undefined): Promise<void> {
  await former;
  if (page === undefined) parentPort!.close();
  else if (takePage(taken, page)) storeCached(page.path, page.key, await parse(page.body));
}
