/** A thread that prints the cards it is given, and ends. */
import { workerData } from 'node:worker_threads';
import { printInto } from './store.ts';

const { store, jobs } = workerData as { store: string; jobs: Parameters<typeof printInto>[1] };
await printInto(store, jobs);
