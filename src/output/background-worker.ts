/** A worker thread that writes the search and the share pages. */
import { mkdirSync, rmSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { writeSearch } from './search-index.ts';
import { writeShares } from './write-share-pages.ts';
import type { BackgroundInput } from './write-in-background.ts';

const { folder, input } = workerData as { folder: string; input: BackgroundInput };
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
await Promise.all([writeSearch(input.search, folder, input.cache), writeShares(input.shares, folder)]);
