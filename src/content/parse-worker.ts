/** A worker thread that parses the bodies of pages into the cache. */
import { parentPort } from 'node:worker_threads';
import { storeCached } from '../cache/disk-cache.ts';
import { bodyParser, takePage, type ParseMessage } from './page-cache.ts';

let taken: Int32Array;
let parse: ReturnType<typeof bodyParser>;
let last = Promise.resolve();
// An error ends the thread, and the main thread receives it.
parentPort!.on('message', (message: ParseMessage) => {
  last = workAfter(last, message);
});

async function workAfter(former: Promise<void>, message: ParseMessage): Promise<void> {
  await former;
  if (message === undefined) parentPort!.close();
  else if ('settings' in message) {
    taken = message.taken;
    parse = bodyParser(message.settings);
  } else if (takePage(taken, message)) storeCached(message.path, message.key, await parse(message.body));
}
