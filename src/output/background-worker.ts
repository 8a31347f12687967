/** A worker thread that does the tasks of `background.ts`. */
import { parentPort } from 'node:worker_threads';
import { cachedReferences } from '../content/cached-references.ts';
import type { Answer, Task } from './background.ts';
import { ReusedFolder } from './reused-folder.ts';
import { writeSearch } from './search-index.ts';
import { writeShares } from './write-share-pages.ts';

async function work(task: Task): Promise<Map<string, string>> {
  if (task.kind === 'references') return cachedReferences(task.content, task.sources);
  if (task.kind === 'search') return writeSearch(task.input, new ReusedFolder(task.folder), task.caches);
  return writeShares(task.input, new ReusedFolder(task.folder));
}

// An error ends the thread, and the main thread receives it.
parentPort!.on('message', async ({ number, task }: { number: number; task: Task }) => {
  const answer: Answer = { number, value: await work(task) };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
  parentPort!.postMessage(answer);
});
