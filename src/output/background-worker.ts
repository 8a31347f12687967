/** A worker thread that writes the search and the share pages. */
import { parentPort, workerData } from 'node:worker_threads';
import { ReusedFolder } from './reused-folder.ts';
import { writeSearch } from './search-index.ts';
import { writeShares } from './write-share-pages.ts';
import type { BackgroundInput } from './write-in-background.ts';

const { folder, input } = workerData as { folder: string; input: BackgroundInput };
const reused = new ReusedFolder(folder);
await Promise.all([writeSearch(input.search, reused, input.cache), writeShares(input.shares, reused)]);
reused.removeOthers();
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
parentPort!.postMessage(reused.written);
