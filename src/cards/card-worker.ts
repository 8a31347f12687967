/** A worker thread that renders its cards and exits. */
import { workerData } from 'node:worker_threads';
import type { Card } from './card.ts';
import { renderInto } from './card-cache.ts';

const { cache, cards } = workerData as { cache: string; cards: Card[] };
await renderInto(cache, cards);
