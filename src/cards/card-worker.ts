/** A thread that paints the cards it is given, and ends. */
import { workerData } from 'node:worker_threads';
import type { Card } from './card.ts';
import { paintInto } from './card-cache.ts';

const { store, cards } = workerData as { store: string; cards: Card[] };
await paintInto(store, cards);
