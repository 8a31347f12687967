/** A worker thread that writes the search and the share pages. */
import { mkdirSync, rmSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { writeSearch } from './search-index.ts';
import { writeShares } from './write-share-pages.ts';
import type { BesideInput } from './write-beside.ts';

const { folder, input } = workerData as { folder: string; input: BesideInput };
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
await Promise.all([writeSearch(input.search, folder), writeShares(input.shares, folder)]);
