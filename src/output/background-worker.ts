/** A worker thread that does the tasks of `background.ts`. */
import { parentPort } from 'node:worker_threads';
import type { Answer, Task } from './background.ts';
import { writeOfflineBundle } from './offline-bundle.ts';
import { ReusedFolder } from './reused-folder.ts';
import { writeSearch } from './search-index.ts';
import { writeShares } from './write-share-pages.ts';

let reused: ReusedFolder | undefined;

async function work(task: Task): Promise<Map<string, string> | undefined> {
  if (task.kind === 'bundle') {
    await writeOfflineBundle(task.folder, task.cache);
    return undefined;
  }
  reused ??= new ReusedFolder(task.folder);
  if (task.kind === 'search') await writeSearch(task.input, reused, task.cache);
  if (task.kind === 'shares') await writeShares(task.input, reused);
  if (task.kind === 'end folder') reused.removeOthers();
  return task.kind === 'end folder' ? reused.written : undefined;
}

// An error ends the thread, and the main thread receives it.
parentPort!.on('message', async ({ number, task }: { number: number; task: Task }) => {
  const answer: Answer = { number, value: await work(task) };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
  parentPort!.postMessage(answer);
});
